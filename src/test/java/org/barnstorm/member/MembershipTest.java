package org.barnstorm.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table of states and verbs: what leads where, and what is refused. */
class MembershipTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);

    private interface Verb extends BiConsumer<Membership, Instant> {}

    private static final Verb APPROVE = Membership::approve;
    private static final Verb ACCEPT = Membership::accept;
    private static final Verb DECLINE = Membership::decline;
    private static final Verb REMOVE = Membership::remove;
    private static final Verb LEAVE = Membership::leave;

    private static Membership in(Membership.Status status) {
        var member = UUID.randomUUID();
        var group = UUID.randomUUID();
        return switch (status) {
            case REQUESTED -> Membership.requested(member, group, NOON);
            case INVITED -> Membership.invited(member, group, NOON);
            case ACTIVE -> Membership.active(member, group, NOON);
            case SUSPENDED -> {
                var suspended = Membership.active(member, group, NOON);
                suspended.suspend(UUID.randomUUID());
                yield suspended;
            }
            case ENDED -> {
                var ended = Membership.active(member, group, NOON);
                ended.leave(NOON);
                yield ended;
            }
        };
    }

    static Stream<Arguments> a_verb_leads_on() {
        return Stream.of(
                Arguments.of("approve", APPROVE, Membership.Status.REQUESTED, Membership.Status.ACTIVE, null),
                Arguments.of("accept", ACCEPT, Membership.Status.INVITED, Membership.Status.ACTIVE, null),
                Arguments.of(
                        "decline",
                        DECLINE,
                        Membership.Status.REQUESTED,
                        Membership.Status.ENDED,
                        Membership.End.DECLINED),
                Arguments.of(
                        "remove", REMOVE, Membership.Status.ACTIVE, Membership.Status.ENDED, Membership.End.REMOVED),
                Arguments.of(
                        "remove", REMOVE, Membership.Status.INVITED, Membership.Status.ENDED, Membership.End.REMOVED),
                Arguments.of(
                        "remove", REMOVE, Membership.Status.SUSPENDED, Membership.Status.ENDED, Membership.End.REMOVED),
                Arguments.of("leave", LEAVE, Membership.Status.ACTIVE, Membership.Status.ENDED, Membership.End.LEFT),
                Arguments.of("leave", LEAVE, Membership.Status.SUSPENDED, Membership.Status.ENDED, Membership.End.LEFT),
                Arguments.of(
                        "leave", LEAVE, Membership.Status.REQUESTED, Membership.Status.ENDED, Membership.End.WITHDRAWN),
                Arguments.of(
                        "leave", LEAVE, Membership.Status.INVITED, Membership.Status.ENDED, Membership.End.DECLINED));
    }

    @ParameterizedTest(name = "{0} from {2} to {3}")
    @MethodSource
    void a_verb_leads_on(
            String name, Verb verb, Membership.Status from, Membership.Status to, Membership.End endReason) {
        var membership = in(from);
        verb.accept(membership, LATER);
        assertThat(membership.status()).isEqualTo(to);
        assertThat(membership.endReason()).isEqualTo(endReason);
        assertThat(membership.since()).isEqualTo(to == Membership.Status.ACTIVE ? LATER : NOON);
    }

    static Stream<Arguments> from_any_other_state_it_is_refused() {
        var allowed =
                a_verb_leads_on().map(row -> row.get()[0] + " " + row.get()[2]).toList();
        return Stream.of(
                        Arguments.of("approve", APPROVE),
                        Arguments.of("accept", ACCEPT),
                        Arguments.of("decline", DECLINE),
                        Arguments.of("remove", REMOVE),
                        Arguments.of("leave", LEAVE))
                .flatMap(verb -> Stream.of(Membership.Status.values())
                        .filter(status -> !allowed.contains(verb.get()[0] + " " + status))
                        .map(status -> Arguments.of(verb.get()[0], verb.get()[1], status)));
    }

    @ParameterizedTest(name = "{0} from {2}")
    @MethodSource
    void from_any_other_state_it_is_refused(String name, Verb verb, Membership.Status from) {
        var membership = in(from);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> verb.accept(membership, LATER))
                .satisfies(e -> assertThat(e.code()).isEqualTo("membership-state"));
        assertThat(membership.status()).isEqualTo(from);
    }

    @Test
    void a_suspension_changes_nothing_but_the_state_and_is_undone_exactly() {
        var membership = in(Membership.Status.ACTIVE);
        membership.suspend(UUID.randomUUID());
        assertThat(membership.status()).isEqualTo(Membership.Status.SUSPENDED);
        assertThat(membership.since()).isEqualTo(NOON);
        membership.resume();
        assertThat(membership.status()).isEqualTo(Membership.Status.ACTIVE);
        assertThat(membership.since()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @EnumSource(
            value = Membership.Status.class,
            names = {"REQUESTED", "INVITED", "ENDED"})
    void only_members_are_suspended(Membership.Status status) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> in(status).suspend(UUID.randomUUID()));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> in(status).resume());
    }
}
