package org.barnstorm.calendar;

import java.nio.charset.StandardCharsets;

/** Folds lines as RFC 5545 section 3.1 asks: none is longer than 75 bytes of UTF-8, and no character is cut in two. */
final class Folding {
    private static final int MOST = 75;
    private static final String LINE_END = "\r\n";

    private Folding() {}

    static String fold(String text) {
        var folded = new StringBuilder(text.length() + text.length() / MOST * 3);
        for (var line : text.split(LINE_END)) {
            var room = MOST;
            for (var i = 0; i < line.length(); ) {
                var character = Character.toString(line.codePointAt(i));
                var bytes = character.getBytes(StandardCharsets.UTF_8).length;
                if (bytes > room) {
                    folded.append(LINE_END).append(' ');
                    room = MOST - 1;
                }
                folded.append(character);
                room -= bytes;
                i += character.length();
            }
            folded.append(LINE_END);
        }
        return folded.toString();
    }
}
