package org.barnstorm.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.barnstorm.authority.Capability.TASK_ASSIGN;
import static org.barnstorm.authority.Capability.TASK_EDIT;

import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

/** What a token leaves of somebody's authority, and where programs are. */
class CallerTest {
    private static final GroupPath TOWN = new GroupPath("uk.hove");

    private static Grant grant(Limits limits) {
        var scope = new GroupRef(UUID.randomUUID(), TOWN);
        return new Grant(
                UUID.randomUUID(), Set.of(TASK_EDIT, TASK_ASSIGN), scope, limits, (capability, from, where) -> true);
    }

    private static Matter places(int places) {
        return new Matter(null, "leaflets", places);
    }

    @Test
    void what_a_token_leaves_of_a_limited_mandate_is_as_limited() {
        var grant = grant(new Limits(null, null, 20));
        var app = new Caller(UUID.randomUUID(), true, Set.of(), KeptOut.NOWHERE, () -> Set.of(grant))
                .limitedTo(Set.of(TASK_EDIT));
        assertThat(app.may(TASK_EDIT, TOWN, places(20))).isTrue();
        assertThat(app.may(TASK_EDIT, TOWN, places(21))).isFalse();
        assertThat(app.may(TASK_EDIT, TOWN)).isFalse();
        assertThat(app.may(TASK_ASSIGN, TOWN, places(20))).isFalse();
        assertThat(app.grants()).isEmpty();
        assertThat(app.isAdmin()).isFalse();
    }

    @Test
    void a_program_is_in_its_part_of_the_tree_and_nowhere_else() {
        var program = Caller.program(UUID.randomUUID(), TOWN, () -> Set.of(grant(Limits.NONE)));
        assertThat(program.reaches(TOWN)).isTrue();
        assertThat(program.reaches(new GroupPath("uk.hove.brunswick"))).isTrue();
        assertThat(program.reaches(new GroupPath("uk"))).isFalse();
        assertThat(program.within(null)).isEqualTo(TOWN);
        assertThat(program.within(new GroupPath("uk"))).isEqualTo(TOWN);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> program.within(new GroupPath("uk.hove-west")));
    }
}
