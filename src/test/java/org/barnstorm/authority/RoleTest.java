package org.barnstorm.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Capability.COMPLETION_RECORD;
import static org.barnstorm.authority.Capability.MANDATE_GRANT;
import static org.barnstorm.authority.Capability.MANDATE_REVOKE;
import static org.barnstorm.authority.Capability.TASK_VERIFY;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {
    @Test
    void a_lead_may_do_everything_that_can_be_delegated() {
        assertThat(Role.LEAD.capabilities()).containsExactlyInAnyOrder(Capability.values());
    }

    @ParameterizedTest
    @EnumSource(names = "LEAD", mode = EnumSource.Mode.EXCLUDE)
    void only_a_lead_hands_on_and_ends_authority(Role role) {
        assertThat(role.capabilities()).isNotEmpty().doesNotContain(MANDATE_GRANT, MANDATE_REVOKE);
    }

    @Test
    void two_people_see_each_result() {
        assertThat(Role.ORGANISER.capabilities()).doesNotContain(TASK_VERIFY, Capability.TASK_REVIEW);
    }

    @Test
    void who_trains_does_not_also_lead() {
        assertThat(Role.TRAINER.capabilities()).contains(COMPLETION_RECORD).doesNotContain(Capability.COURSE_MANAGE);
    }

    @Test
    void every_capability_says_what_it_allows() {
        assertThat(EnumSet.allOf(Capability.class))
                .extracting(Capability::meaning)
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }
}
