package org.barnstorm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How many places are taken, and where a hold stands, change in one place each: where it is done right (I-01, I-02). */
@AnalyzeClasses(packages = "org.barnstorm.task", importOptions = DoNotIncludeTests.class)
class PlaceRuleTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final String ONLY = "PlaceRepository.java";

    /** Statements that change the counter, the fence, or the rows of holds. */
    private static final List<Pattern> CHANGES = List.of(
            Pattern.compile("(?is)\\bupdate\\s+task\\b(?!_)[^;\"]*?\\b(?:taken|fence)\\s*="),
            Pattern.compile("(?is)\\binsert\\s+into\\s+assignment\\b"),
            Pattern.compile("(?is)\\bupdate\\s+assignment\\b"),
            Pattern.compile("(?is)\\bdelete\\s+from\\s+(?:assignment|task)\\b(?!_)"));

    @ArchTest
    static final ArchRule the_status_of_a_hold_changes_in_its_own_verbs = fields().that()
            .areDeclaredIn("org.barnstorm.task.Hold")
            .or()
            .areDeclaredIn("org.barnstorm.task.Assignment")
            .or()
            .areDeclaredIn("org.barnstorm.task.Task")
            .should()
            .bePrivate();

    @ArchTest
    static void the_counter_is_read_and_never_written_by_the_entity(JavaClasses all) {
        var task = all.get("org.barnstorm.task.Task");
        var written = task.getFieldAccessesFromSelf().stream()
                .filter(access -> access.getAccessType().name().equals("SET"))
                .map(access -> access.getTarget().getName())
                .filter(List.of("taken", "fence")::contains);
        assertThat(written).isEmpty();
    }

    @Test
    void one_file_alone_changes_places() throws IOException {
        var changing = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (changesPlaces(Files.readString(file)))
                    changing.add(file.getFileName().toString());
            }
        }
        assertThat(changing).containsExactly(ONLY);
    }

    @Test
    void it_finds_what_it_looks_for() {
        assertThat(List.of(
                        "update task t set taken = taken + 1 where id = :task",
                        "UPDATE task\n   SET title = 'x', fence = 3",
                        "insert into assignment (id) values (?)",
                        "update assignment a set status = 'HELD'",
                        "update Assignment set status = HELD",
                        "delete from assignment where id = ?"))
                .allMatch(PlaceRuleTest::changesPlaces);
        assertThat(List.of(
                        "select taken from task where taken = capacity",
                        "insert into task_revision (id) values (?)",
                        "update task set needs = '{}' where id = :id",
                        "delete from task_invitation where task_id = :task"))
                .noneMatch(PlaceRuleTest::changesPlaces);
    }

    private static boolean changesPlaces(String text) {
        return CHANGES.stream().anyMatch(change -> change.matcher(text).find());
    }
}
