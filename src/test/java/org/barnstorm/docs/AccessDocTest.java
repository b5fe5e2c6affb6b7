package org.barnstorm.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Role;
import org.junit.jupiter.api.Test;

/** Holds the table of docs/access.md against the enums: each capability, what it means, and which roles have it. */
class AccessDocTest {
    private static final String FIRST_HEADER = "| Capability |";
    private static final Pattern CAPABILITY = Pattern.compile("\\b[A-Z]+(_[A-Z]+)+\\b");

    @Test
    void the_table_names_all_roles() throws IOException {
        var header = table().get(0);
        assertThat(header.subList(2, header.size()))
                .containsExactlyElementsOf(
                        Arrays.stream(Role.values()).map(Role::name).toList());
    }

    @Test
    void the_table_is_what_the_enums_say() throws IOException {
        var rows = table();
        assertThat(rows.subList(2, rows.size())) // after the header and its rule
                .containsExactlyElementsOf(Arrays.stream(Capability.values())
                        .map(AccessDocTest::row)
                        .toList());
    }

    @Test
    void who_sees_what_has_a_column_for_each_role() throws IOException {
        var header = lines().filter(line -> line.startsWith("| | Every member |"))
                .map(AccessDocTest::cells)
                .findFirst()
                .orElseThrow();
        assertThat(header.subList(3, header.size()))
                .containsExactlyElementsOf(Arrays.stream(Role.values())
                        .map(role -> role + " there")
                        .toList());
    }

    @Test
    void every_capability_that_the_page_names_is_one() throws IOException {
        var named = lines().flatMap(line -> CAPABILITY.matcher(line).results()).map(MatchResult::group);
        assertThat(named)
                .isSubsetOf(Arrays.stream(Capability.values()).map(Enum::name).toList());
    }

    private static List<String> row(Capability capability) {
        var roles = Arrays.stream(Role.values()).map(role -> role.capabilities().contains(capability) ? "yes" : "");
        return Stream.concat(Stream.of('`' + capability.name() + '`', capability.meaning()), roles)
                .toList();
    }

    private static List<List<String>> table() throws IOException {
        return lines().dropWhile(line -> !line.startsWith(FIRST_HEADER))
                .takeWhile(line -> line.startsWith("|"))
                .map(AccessDocTest::cells)
                .toList();
    }

    private static Stream<String> lines() throws IOException {
        return Files.readAllLines(Path.of("docs/access.md")).stream();
    }

    private static List<String> cells(String line) {
        var cells = line.substring(1, line.lastIndexOf('|')).split("\\|", -1);
        return Arrays.stream(cells).map(String::strip).toList();
    }
}
