package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.barnstorm.authority.Capability.TASK_CREATE;
import static org.barnstorm.authority.Capability.TASK_EDIT;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Limits;
import org.barnstorm.authority.Role;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
    private static final Limits SMALL = new Limits(null, null, 5);

    private final Instant noon = Instant.parse("2030-01-01T12:00:00Z");

    @Test
    void a_scope_without_an_end_is_allowed() {
        assertThat(scope(Set.of(TASK_CREATE), 0, null).until()).isNull();
    }

    @Test
    void a_scope_allows_something() {
        refused("empty-mandate", Set.of(), 0, noon.plusSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -86_400})
    void a_scope_ends_after_it_begins(long seconds) {
        refused("term-backwards", Set.of(TASK_CREATE), 0, noon.plusSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Scope.DEEPEST + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void a_scope_is_handed_on_nine_times_at_most(int depth) {
        refused("depth-out-of-range", Set.of(TASK_CREATE), depth, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Scope.DEEPEST})
    void every_depth_up_to_the_deepest_is_allowed(int depth) {
        assertThat(scope(Set.of(TASK_CREATE), depth, null).delegationDepth()).isEqualTo(depth);
    }

    @Test
    void what_a_scope_was_made_from_can_change_without_changing_it() {
        var wanted = EnumSet.of(TASK_CREATE);
        var scope = scope(wanted, 0, noon.plus(Duration.ofDays(1)));
        wanted.add(TASK_EDIT);
        assertThat(scope.capabilities()).containsExactly(TASK_CREATE);
    }

    @Test
    void a_limited_scope_has_no_role_and_allows_what_is_about_tasks() {
        assertThat(limited(null, Set.of(TASK_CREATE, TASK_EDIT)).limits()).isEqualTo(SMALL);
        notLimitable(Role.VERIFIER, Role.VERIFIER.capabilities());
        notLimitable(null, Set.of(TASK_CREATE, Capability.MEMBER_READ));
    }

    private Scope limited(Role role, Set<Capability> capabilities) {
        return new Scope(UUID.randomUUID(), role, capabilities, 0, noon, null, SMALL);
    }

    private void notLimitable(Role role, Set<Capability> capabilities) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> limited(role, capabilities))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("not-limitable"));
    }

    private Scope scope(Set<Capability> capabilities, int depth, Instant until) {
        return new Scope(UUID.randomUUID(), null, capabilities, depth, noon, until);
    }

    private void refused(String code, Set<Capability> capabilities, int depth, Instant until) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> scope(capabilities, depth, until))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID));
    }
}
