package org.barnstorm.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.barnstorm.testing.Sql;
import org.junit.jupiter.api.Test;

/** Every column that refers to a member is somebody's data, or somebody has said why it is not. */
@QuarkusTest
class PersonalDataTest {
    private static final String REFERENCES = """
            select cast(c.conrelid as regclass) || '.' || a.attname
            from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
            where c.contype = 'f' and c.confrelid = cast('member' as regclass)
            """;

    @Inject
    @All
    List<PersonalData> shares;

    @Test
    void no_reference_to_a_member_is_forgotten() {
        var said = Stream.concat(held(), leftOut()).collect(Collectors.toSet());
        assertThat(said)
                .as("put it into a holding of its feature, or say in leftOut() why not")
                .containsExactlyInAnyOrderElementsOf(Sql.column(String.class, REFERENCES));
    }

    @Test
    void a_column_is_in_or_out() {
        assertThat(leftOut()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(held().toList());
        assertThat(shares).flatExtracting(share -> share.leftOut().values()).allSatisfy(reason -> assertThat(reason)
                .hasSizeGreaterThan(20));
    }

    @Test
    void lists_have_names_of_their_own() {
        assertThat(shares)
                .flatExtracting(PersonalData::holdings)
                .extracting(Holding::name)
                .doesNotHaveDuplicates();
    }

    private Stream<String> held() {
        return shares.stream().flatMap(share -> share.holdings().stream()).flatMap(each -> each.columns().stream());
    }

    private Stream<String> leftOut() {
        return shares.stream().flatMap(share -> share.leftOut().keySet().stream());
    }
}
