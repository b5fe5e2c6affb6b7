package org.barnstorm.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.GeoPoint;
import org.junit.jupiter.api.Test;

class LocalGroupTest {
    final Instant noon = Instant.parse("2030-01-01T12:00:00Z");
    final GroupContent content =
            new GroupContent("South East", JoinPolicy.OPEN, ZoneId.of("Europe/London"), null, null, null);
    final LocalGroup movement = new LocalGroup(new GroupPath("uk"), content, noon);

    @Test
    void a_movement_has_nothing_above() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalGroup(new GroupPath("uk.south-east"), content, noon));
    }

    @Test
    void a_group_stands_directly_below_another() {
        var region = new LocalGroup(movement, new GroupPath("uk.south-east"), content, noon);
        assertThat(region.path()).hasToString("uk.south-east");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalGroup(movement, new GroupPath("uk.south-east.hove"), content, noon));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalGroup(movement, new GroupPath("fr.south-east"), content, noon));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalGroup(movement, new GroupPath("uk"), content, noon));
    }

    @Test
    void an_edit_changes_everything_but_its_place() {
        var location = GeoPoint.of(new BigDecimal("50.83"), new BigDecimal("-0.14"));
        var edited =
                new GroupContent("Hove", JoinPolicy.REQUEST, ZoneId.of("Europe/Paris"), location, 70_000, "E14001130");
        movement.edit(edited);
        assertThat(movement.content()).isEqualTo(edited);
        assertThat(movement.path()).hasToString("uk");
    }

    @Test
    void it_has_an_id_before_it_is_stored() {
        assertThat(movement.id().version()).isEqualTo(7);
        assertThat(movement.ref().id()).isEqualTo(movement.id());
    }

    @Test
    void what_a_new_group_leaves_out_comes_from_above() {
        var wanted = new NewGroup(new GroupPath("uk.hove"), "Hove", null, null, null, null, null);
        var habits = wanted.content(JoinPolicy.INVITATION, ZoneId.of("Europe/Paris"));
        assertThat(habits.joinPolicy()).isEqualTo(JoinPolicy.INVITATION);
        assertThat(habits.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        var own = new NewGroup(new GroupPath("uk.hove"), "Hove", JoinPolicy.OPEN, ZoneId.of("Z"), null, null, null)
                .content(JoinPolicy.INVITATION, ZoneId.of("Europe/Paris"));
        assertThat(own.joinPolicy()).isEqualTo(JoinPolicy.OPEN);
        assertThat(own.zone()).isEqualTo(ZoneId.of("Z"));
    }
}
