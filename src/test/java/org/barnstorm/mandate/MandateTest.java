package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.barnstorm.authority.Capability.MANDATE_GRANT;
import static org.barnstorm.authority.Capability.TASK_ASSIGN;
import static org.barnstorm.authority.Capability.TASK_CREATE;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Role;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MandateTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Instant NEXT_YEAR = NOON.plus(Duration.ofDays(365));

    private final UUID admin = UUID.randomUUID();
    private final UUID ada = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private final UUID group = UUID.randomUUID();
    private final Mandate adas = Mandate.bootstrap(admin, ada, lead(3, NEXT_YEAR), NOON);

    @Test
    void a_grant_names_the_mandate_it_was_made_under() {
        var bens = adas.grant(ben, lead(2, NEXT_YEAR), Source.DELEGATED, NOON);
        assertThat(bens.grantedUnder()).isEqualTo(adas.id());
        assertThat(bens.grantedBy()).isEqualTo(ada);
        assertThat(bens.memberId()).isEqualTo(ben);
        assertThat(bens.source()).isEqualTo(Source.DELEGATED);
        assertThat(bens.capabilities()).isEqualTo(Role.LEAD.capabilities());
    }

    @Test
    void I_20_nobody_grants_to_themselves() {
        refused("self-grant", () -> adas.grant(ada, lead(2, NEXT_YEAR), Source.APPOINTED, NOON));
        refused("self-grant", () -> Mandate.bootstrap(admin, admin, lead(3, NEXT_YEAR), NOON));
    }

    @ParameterizedTest
    @EnumSource(Capability.class)
    void I_20_nobody_grants_a_capability_they_lack(Capability lacking) {
        var held = Set.of(MANDATE_GRANT, lacking == TASK_CREATE ? TASK_ASSIGN : TASK_CREATE);
        var bens = adas.grant(ben, scope(held, 2, NEXT_YEAR), Source.APPOINTED, NOON);
        if (held.contains(lacking)) {
            bens.grant(ada, scope(Set.of(lacking), 1, NEXT_YEAR), Source.APPOINTED, NOON);
            return;
        }
        refused(
                "beyond-own-authority",
                () -> bens.grant(ada, scope(Set.of(lacking), 1, NEXT_YEAR), Source.APPOINTED, NOON));
    }

    @Test
    void I_20_nobody_grants_without_the_capability_to_grant() {
        var bens = adas.grant(ben, scope(Role.ORGANISER.capabilities(), 2, NEXT_YEAR), Source.APPOINTED, NOON);
        refused(
                "beyond-own-authority",
                () -> bens.grant(ada, scope(Set.of(TASK_CREATE), 0, NEXT_YEAR), Source.APPOINTED, NOON));
    }

    @ParameterizedTest
    @CsvSource({"3, 2, true", "3, 0, true", "3, 3, false", "3, 4, false", "1, 0, true", "0, 0, false"})
    void I_20_nobody_grants_deeper_delegation_than_they_hold(int own, int wanted, boolean allowed) {
        var parent = Mandate.bootstrap(admin, ada, lead(own, NEXT_YEAR), NOON);
        granting(parent, lead(wanted, NEXT_YEAR), allowed);
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void I_20_nobody_grants_past_their_own_end(int secondsLater, boolean allowed) {
        granting(adas, lead(2, NEXT_YEAR.plusSeconds(secondsLater)), allowed);
    }

    @Test
    void I_20_who_has_an_end_grants_nothing_without_one() {
        granting(adas, lead(2, null), false);
        granting(Mandate.bootstrap(admin, ada, lead(3, null), NOON), lead(2, null), true);
    }

    @Test
    void a_mandate_is_live_from_its_first_moment_until_before_its_last() {
        var mandate = Mandate.bootstrap(admin, ada, lead(1, NEXT_YEAR), NOON);
        assertThat(mandate.status(NOON.minusNanos(1))).isEqualTo(Mandate.Status.FUTURE);
        assertThat(mandate.status(NOON)).isEqualTo(Mandate.Status.LIVE);
        assertThat(mandate.status(NEXT_YEAR.minusNanos(1))).isEqualTo(Mandate.Status.LIVE);
        assertThat(mandate.status(NEXT_YEAR)).isEqualTo(Mandate.Status.ENDED);
    }

    @Test
    void a_mandate_without_an_end_stays_live() {
        var mandate = Mandate.bootstrap(admin, ada, lead(1, null), NOON);
        assertThat(mandate.status(NEXT_YEAR.plus(Duration.ofDays(3650)))).isEqualTo(Mandate.Status.LIVE);
    }

    @Test
    void a_revoked_mandate_is_revoked_whatever_its_term_says() {
        adas.revoke(admin, "stepped back", NOON);
        assertThat(adas.status(NOON.minusSeconds(1))).isEqualTo(Mandate.Status.REVOKED);
        assertThat(adas.status(NEXT_YEAR)).isEqualTo(Mandate.Status.REVOKED);
        assertThat(adas.revokeReason()).isEqualTo("stepped back");
    }

    @Test
    void a_mandate_is_revoked_once() {
        adas.revoke(admin, "stepped back", NOON);
        refused("mandate-revoked", () -> adas.revoke(ben, "again", NEXT_YEAR));
        assertThat(adas.revokedAt()).isEqualTo(NOON);
        assertThat(adas.revokeReason()).isEqualTo("stepped back");
    }

    @Test
    void an_earned_mandate_names_its_qualification_and_nobody_who_granted_it() {
        var qualification = UUID.randomUUID();
        var earned = Mandate.earned(qualification, ada, scope(Role.ORGANISER.capabilities(), 0, NEXT_YEAR), NOON);
        assertThat(earned.qualificationId()).isEqualTo(qualification);
        assertThat(earned.source()).isEqualTo(Source.EARNED);
        assertThat(earned.grantedBy()).isNull();
        assertThat(earned.grantedUnder()).isNull();
    }

    private void granting(Mandate parent, Scope wanted, boolean allowed) {
        if (allowed) {
            assertThat(parent.grant(ben, wanted, Source.DELEGATED, NOON).delegationDepth())
                    .isLessThan(parent.delegationDepth());
            return;
        }
        refused("beyond-own-authority", () -> parent.grant(ben, wanted, Source.DELEGATED, NOON));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private Scope lead(int depth, Instant until) {
        return new Scope(group, Role.LEAD, Role.LEAD.capabilities(), depth, NOON, until);
    }

    private Scope scope(Set<Capability> capabilities, int depth, Instant until) {
        return new Scope(group, null, capabilities, depth, NOON, until);
    }

    @Test
    void a_grant_that_two_people_make_waits_for_the_second() {
        var bens = adas.grant(ben, lead(2, NEXT_YEAR), Source.APPOINTED, NOON).awaitingConfirmation();
        assertThat(bens.status(NOON)).isEqualTo(Mandate.Status.PENDING);
        refused("second-person", () -> bens.confirm(adas, NOON));
        refused("second-person", () -> bens.requireSecond(ben));
        var cleos = Mandate.bootstrap(admin, UUID.randomUUID(), lead(3, NEXT_YEAR), NOON);
        bens.confirm(cleos, NOON);
        assertThat(bens.status(NOON)).isEqualTo(Mandate.Status.LIVE);
        assertThat(bens.confirmedBy()).isEqualTo(cleos.memberId());
        refused("nothing-to-confirm", () -> bens.confirm(cleos, NOON));
    }

    @Test
    void I_20_the_second_person_could_have_granted_it() {
        var bens = adas.grant(ben, lead(2, NEXT_YEAR), Source.APPOINTED, NOON).awaitingConfirmation();
        var weak = Mandate.bootstrap(admin, UUID.randomUUID(), scope(Set.of(MANDATE_GRANT), 3, NEXT_YEAR), NOON);
        refused("beyond-own-authority", () -> bens.confirm(weak, NOON));
        var shallow = Mandate.bootstrap(admin, UUID.randomUUID(), lead(2, NEXT_YEAR), NOON);
        refused("beyond-own-authority", () -> bens.confirm(shallow, NOON));
        assertThat(bens.isPending()).isTrue();
    }

    @Test
    void I_31_a_restored_mandate_says_nothing_of_its_end() {
        adas.revoke(ben, "A mistake.", NOON);
        adas.restore();
        assertThat(adas.status(NOON)).isEqualTo(Mandate.Status.LIVE);
        assertThat(adas.revokeReason()).isNull();
        assertThat(adas.revokedAt()).isNull();
    }

    @Test
    void a_vouched_mandate_names_nobody_who_granted_it() {
        var vouched = Mandate.vouched(ada, scope(Set.of(TASK_CREATE), 0, NEXT_YEAR), NOON);
        assertThat(vouched.source()).isEqualTo(Source.VOUCHED);
        assertThat(vouched.grantedBy()).isNull();
        assertThat(vouched.grantedUnder()).isNull();
    }
}
