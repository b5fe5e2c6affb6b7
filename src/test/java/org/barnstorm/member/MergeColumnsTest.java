package org.barnstorm.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.barnstorm.testing.Sql;
import org.junit.jupiter.api.Test;

/** No reference to a member is forgotten: each goes over, or the page says why it stays. */
@QuarkusTest
class MergeColumnsTest {
    private static final String REFERENCES = """
            select c.conrelid::regclass || '.' || a.attname
            from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
            where c.contype = 'f' and c.confrelid = 'member'::regclass
            """;

    private static final Path PAGE = Path.of("docs/merging.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ((?:`[a-z_.]+`(?:, )?)+) \\|");
    private static final Pattern COLUMN = Pattern.compile("`([a-z_]+\\.[a-z_]+)`");

    @Inject
    @All
    List<MemberShare> shares;

    @Test
    void every_reference_to_a_member_goes_over_or_stays_for_a_reason() throws IOException {
        var moved = shares.stream()
                .flatMap(share -> share.steps().stream())
                .map(MemberShare.Step::column)
                .toList();
        var left = ROW.matcher(Files.readString(PAGE))
                .results()
                .flatMap(row -> COLUMN.matcher(row.group(1)).results())
                .map(column -> column.group(1))
                .toList();
        assertThat(moved).doesNotHaveDuplicates().doesNotContainAnyElementsOf(left);
        assertThat(left).doesNotHaveDuplicates();
        assertThat(Sql.column(String.class, REFERENCES))
                .containsAll(moved)
                .containsAll(left)
                .allSatisfy(reference -> assertThat(moved.contains(reference) || left.contains(reference))
                        .as(reference)
                        .isTrue());
    }

    @Test
    void the_page_lists_the_obstacles() throws IOException {
        var page = Files.readString(PAGE);
        assertThat(shares.stream().flatMap(share -> share.hurdles().stream()))
                .allSatisfy(hurdle -> assertThat(page).contains("| `" + hurdle.code() + "` |"));
    }
}
