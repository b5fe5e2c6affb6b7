package org.barnstorm.task;

/** How many people a group lacks: of the places in its newest open tasks, how many are free. */
record Gap(long free, long places) {
    /** Of a group about which nothing is known. */
    static final Gap NONE = new Gap(0, 0);

    double share() {
        return places == 0 ? 0 : (double) free / places;
    }
}
