package org.barnstorm.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;
import static org.barnstorm.authority.Capability.JOURNAL_READ;
import static org.barnstorm.authority.Capability.MEMBER_MANAGE;
import static org.barnstorm.authority.Capability.MEMBER_READ;
import static org.barnstorm.authority.Capability.TASK_EDIT;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Grant;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.KeptOut;
import org.barnstorm.authority.Limits;
import org.barnstorm.platform.journal.JournalEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which capability shows which kind of change (I-14). */
class ChangeSightTest {
    private static Caller holding(Capability... capabilities) {
        return holding(Limits.NONE, capabilities);
    }

    private static Caller holding(Limits limits, Capability... capabilities) {
        var scope = new GroupRef(UUID.randomUUID(), new GroupPath("uk.hove"));
        var grant =
                new Grant(UUID.randomUUID(), Set.of(capabilities), scope, limits, (capability, from, where) -> true);
        return new Caller(UUID.randomUUID(), false, Set.of(), KeptOut.NOWHERE, () -> Set.of(grant));
    }

    private static JournalEntry entry(String type, String group, Map<String, Object> data) {
        return new JournalEntry(
                UUID.randomUUID(),
                type,
                type.substring(0, type.indexOf('.')),
                UUID.randomUUID(),
                1,
                group,
                null,
                null,
                "r",
                Instant.EPOCH,
                data);
    }

    private static boolean shows(Caller caller, String type, String status) {
        return ChangeSight.shows(caller, entry(type, "uk.hove.brunswick", Map.of("status", status)));
    }

    @ParameterizedTest
    @CsvSource({
        "ASSIGNMENT_READ, task.published, OPEN, true",
        "ASSIGNMENT_READ, task.created, DRAFT, false",
        "ASSIGNMENT_READ, assignment.claimed, HELD, true",
        "ASSIGNMENT_READ, membership.joined, ACTIVE, false",
        "TASK_EDIT, task.created, DRAFT, true",
        "TASK_EDIT, assignment.claimed, HELD, false",
        "MEMBER_READ, membership.joined, ACTIVE, true",
        "MEMBER_READ, membership.suspended, SUSPENDED, false",
        "MEMBER_MANAGE, membership.suspended, SUSPENDED, true",
        "MEMBER_READ, task.published, OPEN, false",
        "MANDATE_READ, mandate.granted, LIVE, true",
        "QUALIFICATION_READ, qualification.earned, X, true",
        "MANDATE_READ, vouch.given, X, false",
        "COURSE_MANAGE, course.edited, X, false",
        "COURSE_MANAGE, group.edited, X, true"
    })
    void what_one_capability_shows(Capability capability, String type, String status, boolean expected) {
        assertThat(shows(holding(capability), type, status)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JOURNAL_READ")
    void what_nobody_decided_about_is_for_those_who_read_the_journal(Capability capability) {
        assertThat(shows(holding(capability), "invention.made", "NEW")).isFalse();
        assertThat(shows(holding(JOURNAL_READ), "invention.made", "NEW")).isTrue();
    }

    @Test
    void a_mandate_shows_what_is_in_its_part_of_the_tree() {
        var caller = holding(ASSIGNMENT_READ, TASK_EDIT, MEMBER_READ, MEMBER_MANAGE);
        var beside = entry("task.published", "uk.hove-west", Map.of("status", "OPEN"));
        var above = entry("task.published", "uk", Map.of("status", "OPEN"));
        assertThat(ChangeSight.shows(caller, beside)).isFalse();
        assertThat(ChangeSight.shows(caller, above)).isFalse();
    }

    /** What a change was about is not asked. */
    @Test
    void a_mandate_for_some_tasks_shows_what_everybody_sees() {
        var caller = holding(new Limits(null, null, 20), TASK_EDIT, ASSIGNMENT_READ);
        assertThat(shows(caller, "task.published", "OPEN")).isFalse();
        assertThat(shows(caller, "assignment.claimed", "HELD")).isFalse();
        assertThat(shows(caller, "group.edited", "ANY")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "task.cancelled, CANCELLED, true",
        "task.published, OPEN, false",
        "assignment.released, RELEASED, true",
        "assignment.verified, VERIFIED, false",
        "membership.left, ENDED, true",
        "mandate.revoked, X, true",
        "mandate.restored, X, false",
        "integration.ended, X, true"
    })
    void what_is_over_is_a_tombstone(String type, String status, boolean gone) {
        assertThat(Change.of(entry(type, "uk", Map.of("status", status))).gone())
                .isEqualTo(gone);
    }
}
