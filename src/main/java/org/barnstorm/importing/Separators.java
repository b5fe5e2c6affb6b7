package org.barnstorm.importing;

/** Finds out what separates the cells of a file: what its first line has most of, outside of quotes. */
final class Separators {
    private static final String KNOWN = ",;\t";

    private Separators() {}

    static char of(String start) {
        var counts = new int[KNOWN.length()];
        var quoted = false;
        for (var i = 0; i < start.length(); i++) {
            var letter = start.charAt(i);
            if (letter == '"') quoted = !quoted;
            if (quoted) continue;
            if (letter == '\n' || letter == '\r') break;
            if (KNOWN.indexOf(letter) >= 0) counts[KNOWN.indexOf(letter)]++;
        }
        var best = 0;
        for (var i = 1; i < counts.length; i++) {
            if (counts[i] > counts[best]) best = i;
        }
        return KNOWN.charAt(best);
    }
}
