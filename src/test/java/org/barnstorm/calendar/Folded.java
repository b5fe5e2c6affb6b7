package org.barnstorm.calendar;

/** Lines that were folded, to be looked at as they are meant. */
final class Folded {
    private Folded() {}

    static String open(String text) {
        return text.replace("\r\n ", "");
    }
}
