package org.barnstorm.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.barnstorm.authority.Capability.TASK_EDIT;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {
    private static final UUID HOMES = UUID.randomUUID();
    private static final UUID BUSES = UUID.randomUUID();
    private static final GroupRef TOWN = new GroupRef(UUID.randomUUID(), new GroupPath("uk.hove"));
    private static final GroupPath STREET = new GroupPath("uk.hove.street");

    private final Limits limits = new Limits(HOMES, Set.of("canvass", "phone"), 20);

    @Test
    void a_task_is_within_limits_if_all_of_it_fits() {
        assertThat(limits.allow(new Matter(HOMES, "canvass", 20))).isTrue();
        assertThat(limits.allow(new Matter(BUSES, "canvass", 20))).isFalse();
        assertThat(limits.allow(new Matter(null, "canvass", 20))).isFalse();
        assertThat(limits.allow(new Matter(HOMES, "stall", 20))).isFalse();
        assertThat(limits.allow(new Matter(HOMES, null, 20))).isFalse();
        assertThat(limits.allow(new Matter(HOMES, "phone", 21))).isFalse();
    }

    @Test
    void what_is_not_said_does_not_limit() {
        assertThat(new Limits(HOMES, null, null).allow(new Matter(HOMES, null, 10_000)))
                .isTrue();
        assertThat(new Limits(null, null, 1).allow(new Matter(BUSES, "stall", 1)))
                .isTrue();
        assertThat(Limits.NONE.allow(new Matter(null, null, 10_000))).isTrue();
        assertThat(Limits.NONE.isNone()).isTrue();
        assertThat(new Limits(null, Set.of("phone"), null).isNone()).isFalse();
    }

    @Test
    void limits_cover_what_is_as_narrow_and_nothing_else() {
        assertThat(limits.cover(limits)).isTrue();
        assertThat(limits.cover(new Limits(HOMES, Set.of("phone"), 1))).isTrue();
        assertThat(limits.cover(new Limits(null, Set.of("phone"), 1))).isFalse();
        assertThat(limits.cover(new Limits(BUSES, Set.of("phone"), 1))).isFalse();
        assertThat(limits.cover(new Limits(HOMES, null, 1))).isFalse();
        assertThat(limits.cover(new Limits(HOMES, Set.of("phone", "stall"), 1))).isFalse();
        assertThat(limits.cover(new Limits(HOMES, Set.of("phone"), null))).isFalse();
        assertThat(limits.cover(new Limits(HOMES, Set.of("phone"), 21))).isFalse();
        assertThat(limits.cover(Limits.NONE)).isFalse();
        assertThat(Limits.NONE.cover(limits)).isTrue();
    }

    /** A capability that is added later has to be thought about before it can be limited. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "TASK_CREATE",
                "TASK_EDIT",
                "TASK_ASSIGN",
                "TASK_VERIFY",
                "TASK_REVIEW",
                "ASSIGNMENT_READ",
                "MANDATE_GRANT"
            })
    void what_is_not_about_tasks_cannot_be_limited(Capability capability) {
        assertThat(Limits.canHold(Set.of(capability))).isFalse();
        assertThat(Limits.canHold(Set.of(TASK_EDIT, capability))).isFalse();
        assertThat(Limits.canHold(Set.of(TASK_EDIT))).isTrue();
    }

    @Test
    void who_does_not_say_which_task_is_answered_by_mandates_without_limits_alone() {
        var caller = caller(grant(limits));
        assertThat(caller.grants()).isEmpty();
        assertThat(caller.may(TASK_EDIT, STREET)).isFalse();
        assertThat(caller.capabilitiesAt(STREET)).isEmpty();
        assertThat(caller.may(TASK_EDIT, STREET, new Matter(HOMES, "phone", 3))).isTrue();
        assertThat(caller.may(TASK_EDIT, STREET, new Matter(BUSES, "phone", 3))).isFalse();
        assertThat(caller.capabilitiesAt(STREET, new Matter(HOMES, "phone", 3))).containsExactly(TASK_EDIT);
        assertThat(caller.capabilitiesAt(STREET, new Matter(HOMES, "phone", 30)))
                .isEmpty();
    }

    @Test
    void a_refusal_says_what_the_mandate_is_limited_to_if_that_is_why() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> caller(grant(limits)).require(TASK_EDIT, STREET))
                .withMessageContaining("limited to tasks of the campaign " + HOMES
                        + ", of the kinds canvass, phone, with at most 20 places")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("no-mandate"))
                .satisfies(refusal -> assertThat(refusal.more()).containsKey("limits"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> caller(grant(limits)).require(TASK_EDIT, new GroupPath("uk.lewes")))
                .satisfies(refusal -> assertThat(refusal.more()).doesNotContainKey("limits"));
    }

    @Test
    void what_a_task_is_about_under_its_lock_and_afterwards_decides_which_mandate_allows_it() {
        var small = grant(new Limits(HOMES, null, 5));
        var large = grant(new Limits(HOMES, null, 50));
        var warrant = new Warrant(caller(small, large), TASK_EDIT, TOWN, List.of(small, large));
        assertThat(warrant.isLimited()).isTrue();
        assertThat(warrant.over(new Matter(HOMES, null, 5))).isEqualTo(small.mandateId());
        assertThat(warrant.over(new Matter(HOMES, null, 5), new Matter(HOMES, null, 6)))
                .isEqualTo(large.mandateId());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> warrant.over(new Matter(HOMES, null, 5), new Matter(null, null, 5)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("no-mandate"));
    }

    /** Two narrow mandates are not one wide one: an edit from one into the other is within neither. */
    @Test
    void several_mandates_are_not_added_together() {
        var homes = grant(new Limits(HOMES, null, null));
        var buses = grant(new Limits(BUSES, null, null));
        var warrant = new Warrant(caller(homes, buses), TASK_EDIT, TOWN, List.of(homes));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> warrant.over(new Matter(HOMES, null, 1), new Matter(BUSES, null, 1)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("no-mandate"));
    }

    private static Caller caller(Grant... grants) {
        return new Caller(UUID.randomUUID(), false, Set.of(), KeptOut.NOWHERE, () -> Set.of(grants));
    }

    private static Grant grant(Limits limits) {
        return new Grant(UUID.randomUUID(), Set.of(TASK_EDIT), TOWN, limits, (capability, scope, where) -> true);
    }
}
