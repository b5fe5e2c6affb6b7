package org.barnstorm.osdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.UUID;
import org.barnstorm.osdi.Filter.Fields;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of OData's filters that is read, and that all else is refused. */
class FilterTest {
    @ParameterizedTest
    @CsvSource({
        "eq, 2026-11-21T00:00:00Z, 2026-11-21T00:00:00.000001Z",
        "gt, 2026-11-21T00:00:00.000001Z, 9999-12-31T23:59:59.999999Z",
        "ge, 2026-11-21T00:00:00Z, 9999-12-31T23:59:59.999999Z",
        "lt, 0001-01-01T00:00:00Z, 2026-11-21T00:00:00Z",
        "le, 0001-01-01T00:00:00Z, 2026-11-21T00:00:00.000001Z",
    })
    void times_are_compared(String operator, Instant from, Instant until) {
        var leaf = Filter.read("modified_date " + operator + " '2026-11-21'", Fields.COMMON)
                .leaf(2, 10);
        assertThat(leaf.modified()).isEqualTo(new Span(from, until));
        assertThat(leaf.created()).isEqualTo(Span.ALWAYS);
        assertThat(leaf.offset()).isEqualTo(10);
    }

    @Test
    void comparisons_are_joined() {
        var filter =
                "created_date ge '2026-11-21T10:00:00+01:00' and  created_date lt '2026-12-01'\tand start_date gt '2027-01-01'";
        var leaf = Filter.read(filter, Fields.OF_EVENTS).leaf(1, 25);
        assertThat(leaf.created())
                .isEqualTo(new Span(Instant.parse("2026-11-21T09:00:00Z"), Instant.parse("2026-12-01T00:00:00Z")));
        assertThat(leaf.starts().from()).isEqualTo(Instant.parse("2027-01-01T00:00:00.000001Z"));
    }

    @Test
    void identifiers_are_ours_or_nothing_has_them() {
        var id = UUID.randomUUID();
        assertThat(only("identifier eq 'barnstorm:" + id + "'")).isEqualTo(id);
        assertThat(only("identifier eq 'other_system:" + id + "'")).isEqualTo(new UUID(0, 0));
        assertThat(only("identifier eq 'barnstorm:" + id + "' and identifier eq 'barnstorm:" + UUID.randomUUID() + "'"))
                .isEqualTo(new UUID(0, 0));
        assertThat(only(null)).isNull();
    }

    private static UUID only(String filter) {
        return Filter.read(filter, Fields.COMMON).leaf(1, 25).only();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email_address eq 'ada@example.org'",
                "phone_number eq '1'",
                "given_name eq 'Ada'",
                "start_date gt '2026-11-21'",
                "identifier ne 'barnstorm:1'",
                "modified_date ne '2026-11-21'",
                "modified_date gt 2026-11-21",
                "modified_date gt 'yesterday'",
                "modified_date gt '2026-11-21T09:30:00'",
                "modified_date gt '2026-02-30'",
                "modified_date gt '+999999999-01-01'",
                "modified_date gt '2026-11-21' or modified_date lt '2025-01-01'",
                "modified_date gt '2026-11-21' and",
                "modified_date gt '2026-11-21' and ",
                "modified_date gt '2026-11-21'; drop table person",
                "modified_date gt '2026-11-21'' or 1=1",
                "near('Hove', '1 mile')",
                "modified_date",
                " ",
                "'"
            })
    void anything_else_is_refused(String filter) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Filter.read(filter, Fields.COMMON))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("unsupported-filter"))
                .withMessageContaining("identifier, created_date, modified_date");
    }
}
