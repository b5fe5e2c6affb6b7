package org.barnstorm.chaos.client;

/** What all threads of one run share. */
record Office(Plan plan, Tokens tokens, Tally tally, Recorder recorder, java.util.concurrent.CountDownLatch end) {
    /** Whether the clients were told to end. */
    boolean over() {
        return end.getCount() == 0;
    }
}
