package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.barnstorm.testing.StatePictures;
import org.junit.jupiter.api.Test;

/** {@code docs/tasks.md} draws and lists the states as they are in the code. */
class TasksDocTest {
    private static final Pattern CODE = Pattern.compile("`([A-Z_]+)`");

    private final List<String> lines;

    TasksDocTest() throws IOException {
        lines = Files.readAllLines(Path.of("docs/tasks.md"));
    }

    @Test
    void the_table_of_tasks_is_the_state_machine() {
        assertThat(table("| Task |", 2)).isEqualTo(edges(Task.Status.values(), Task.Status::mayBecome));
    }

    @Test
    void the_picture_of_tasks_is_the_state_machine() {
        assertThat(picture("## A task")).isEqualTo(withoutEnds(edges(Task.Status.values(), Task.Status::mayBecome)));
    }

    @Test
    void the_table_of_holds_is_the_state_machine() {
        assertThat(table("| Hold |", 3)).isEqualTo(edges(AssignmentStatus.values(), AssignmentStatus::mayBecome));
    }

    @Test
    void the_picture_of_holds_is_the_state_machine() {
        assertThat(picture("## A hold"))
                .isEqualTo(withoutEnds(edges(AssignmentStatus.values(), AssignmentStatus::mayBecome)));
    }

    @Test
    void the_table_of_holds_says_which_hold_a_place() {
        var held = rows("| Hold |")
                .filter(row -> row[1].equals("held"))
                .map(row -> row[0].replace("`", ""))
                .map(AssignmentStatus::valueOf);
        assertThat(held).containsExactlyInAnyOrderElementsOf(AssignmentStatus.HOLDING);
    }

    @Test
    void the_table_of_wait_lists_is_the_state_machine() {
        assertThat(table("| Entry |", 2)).isEqualTo(edges(WaiterStatus.values(), WaiterStatus::mayBecome));
    }

    @Test
    void the_picture_of_wait_lists_is_the_state_machine() {
        assertThat(picture("## The wait list"))
                .isEqualTo(withoutEnds(edges(WaiterStatus.values(), WaiterStatus::mayBecome)));
    }

    private interface Edges<S> {
        boolean between(S from, S to);
    }

    private static <S extends Enum<S>> Map<String, Set<String>> edges(S[] statuses, Edges<S> edges) {
        return Arrays.stream(statuses)
                .collect(Collectors.toMap(
                        Enum::name,
                        from -> Arrays.stream(statuses)
                                .filter(to -> edges.between(from, to))
                                .map(Enum::name)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static Map<String, Set<String>> withoutEnds(Map<String, Set<String>> edges) {
        edges.values().removeIf(Set::isEmpty);
        return edges;
    }

    private Map<String, Set<String>> table(String heading, int becomes) {
        var edges = new TreeMap<String, Set<String>>();
        rows(heading).forEach(row -> edges.put(row[0].replace("`", ""), codes(row[becomes])));
        return edges;
    }

    private Map<String, Set<String>> picture(String heading) {
        var edges = new TreeMap<String, Set<String>>();
        StatePictures.edges(heading).stream()
                .filter(edge -> !edge.from().equals(StatePictures.START))
                .forEach(edge -> edges.computeIfAbsent(edge.from(), from -> new TreeSet<>())
                        .add(edge.to()));
        return edges;
    }

    private Stream<String[]> rows(String heading) {
        return lines.stream()
                .dropWhile(line -> !line.startsWith(heading))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::trim)
                        .toArray(String[]::new));
    }

    private static Set<String> codes(String cell) {
        return CODE.matcher(cell).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
