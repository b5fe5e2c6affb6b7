package org.barnstorm.regroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class MoveTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant DAY = NOW.plus(Duration.ofDays(14));

    private final UUID lead = UUID.randomUUID();
    private final GroupRef into = new GroupRef(UUID.randomUUID(), new GroupPath("uk.hove"));
    private final Move.Planner planner = new Move.Planner(lead, List.of(UUID.randomUUID()));
    private final Move move = Move.split(UUID.randomUUID(), into, planner, DAY, NOW);

    @Test
    void it_is_due_on_its_day_and_until_it_is_done() {
        assertThat(move.isDue(DAY.minusMillis(1))).isFalse();
        assertThat(move.isDue(DAY)).isTrue();
        move.begin(into.id());
        assertThat(move.isDue(DAY)).isTrue();
        move.finish(DAY);
        assertThat(move.isDue(DAY.plusSeconds(1))).isFalse();
        assertThat(move.status()).isEqualTo(Move.Status.DONE);
    }

    @Test
    void a_group_that_is_to_be_made_is_known_from_the_day_on() {
        var path = new GroupPath("uk.hanover");
        var founding = Move.split(UUID.randomUUID(), path, "Hanover", planner, DAY, NOW);
        assertThat(founding.intoId()).isNull();
        assertThat(founding.intoPath()).isEqualTo(path);
        founding.begin(into.id());
        assertThat(founding.intoId()).isEqualTo(into.id());
    }

    @Test
    void it_can_be_cancelled_before_it_begins_and_once() {
        move.cancel(Move.End.WITHDRAWN, lead, NOW);
        assertThat(move.status()).isEqualTo(Move.Status.CANCELLED);
        assertThat(move.endReason()).isEqualTo(Move.End.WITHDRAWN);
        assertThatThrownBy(() -> move.cancel(Move.End.WITHDRAWN, lead, NOW)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> move.begin(into.id())).isInstanceOf(Refusal.class);
    }

    @Test
    void what_is_under_way_goes_to_its_end() {
        move.begin(into.id());
        assertThatThrownBy(move::requirePlanned).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> move.cancel(Move.End.WITHDRAWN, lead, NOW)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_merge_is_done_only_after_nothing_can_come_any_more() {
        var merge = Move.merge(UUID.randomUUID(), into, planner, DAY, NOW);
        assertThatThrownBy(() -> merge.seal(DAY)).isInstanceOf(Refusal.class);
        merge.begin(into.id());
        assertThat(merge.isSealed()).isFalse();
        assertThatThrownBy(() -> merge.finish(DAY)).isInstanceOf(Refusal.class);
        merge.seal(DAY);
        assertThat(merge.isSealed()).isTrue();
        merge.finish(DAY);
        assertThat(merge.status()).isEqualTo(Move.Status.DONE);
    }

    @Test
    void each_mandate_is_named_once() {
        var one = UUID.randomUUID();
        var merge = Move.merge(UUID.randomUUID(), into, new Move.Planner(lead, List.of(one, one)), DAY, NOW);
        assertThat(merge.underMandates()).containsExactly(one);
    }
}
