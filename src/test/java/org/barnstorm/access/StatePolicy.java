package org.barnstorm.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The policy of {@code access-matrix-states.csv}: what becomes of what {@code access-matrix.csv} says. */
final class StatePolicy {
    private static final String FILE = "/access-matrix-states.csv";
    private static final int COLUMNS = 6;
    private static final String ALL = "*";

    private final List<Line> lines;

    /** One line: for whom and what, what is expected, and why. */
    record Line(
            Set<String> states,
            Set<String> relations,
            Set<String> roles,
            Set<String> rows,
            String expected,
            String reason) {
        static Line of(String text) {
            var cells = text.split(",", COLUMNS);
            if (cells.length < COLUMNS || cells[COLUMNS - 1].isBlank()) {
                throw new IllegalStateException("Not six cells, or no reason: " + text);
            }
            return new Line(
                    words(cells[0]),
                    words(cells[1]),
                    words(cells[2]),
                    words(cells[3]),
                    cells[4].strip(),
                    cells[5].strip());
        }

        private static Set<String> words(String cell) {
            return Set.of(cell.strip().split(" +"));
        }

        boolean fits(Standing standing, AccessMatrix.Row row) {
            return has(states, Standing.word(standing.state()))
                    && has(relations, Standing.word(standing.relation()))
                    && has(roles, standing.role())
                    && has(rows, row.name());
        }

        private static boolean has(Set<String> words, String word) {
            return words.contains(ALL) || words.contains(word);
        }

        /** In the words of the first policy. */
        String expectedOf(Standing standing, AccessMatrix.Row row) {
            if (expected.equals("by mandate")) return byMandate(standing, row);
            if (expected.equals("as before")) return row.of(standing.column());
            return expected.startsWith("as ") ? row.of(expected.substring("as ".length())) : expected;
        }

        /** What the mandate gives and membership does not; where it gives nothing, what anybody has. */
        private static String byMandate(Standing standing, AccessMatrix.Row row) {
            var held = row.of(standing.column());
            return held.equals(row.of("member")) ? row.of("newcomer") : held;
        }
    }

    private StatePolicy(List<Line> lines) {
        this.lines = lines;
    }

    static StatePolicy read() {
        return new StatePolicy(
                AccessMatrix.lines(FILE).stream().skip(1).map(Line::of).toList());
    }

    List<Line> lines() {
        return lines;
    }

    /** The last line that fits decides; that there is none is an error. */
    Line decide(Standing standing, AccessMatrix.Row row) {
        return lines.stream()
                .filter(line -> line.fits(standing, row))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError(FILE + " does not say what " + standing + " may: " + row));
    }

    /** Names of states, relations and roles, and of rows, that are in no line's way because there is no such thing. */
    List<String> unknownWords(List<Standing> standings, List<AccessMatrix.Row> rows) {
        return lines.stream()
                .flatMap(line -> Arrays.asList(line.states(), line.relations(), line.roles(), line.rows()).stream())
                .flatMap(Set::stream)
                .filter(word -> !word.equals(ALL))
                .filter(word -> standings.stream().noneMatch(standing -> names(standing, word)))
                .filter(word -> rows.stream().noneMatch(row -> row.name().equals(word)))
                .distinct()
                .toList();
    }

    private static boolean names(Standing standing, String word) {
        return Standing.word(standing.state()).equals(word)
                || Standing.word(standing.relation()).equals(word)
                || standing.role().equals(word);
    }
}
