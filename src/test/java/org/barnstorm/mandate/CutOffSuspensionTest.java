package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.mandate.Offices.keeper;
import static org.barnstorm.mandate.Offices.letTimePass;
import static org.barnstorm.mandate.Offices.mandateOf;
import static org.barnstorm.mandate.Offices.patiently;
import static org.barnstorm.mandate.Offices.rows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Suspensions;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** A suspension that is cut off between its two steps, or lifted there. */
@QuarkusTest
class CutOffSuspensionTest {
    @Inject
    People people;

    @Inject
    MandateRepository mandates;

    @Inject
    StopRepository stops;

    @Inject
    Suspensions suspensions;

    @Inject
    SuspensionService service;

    @Inject
    Groups groups;

    @Inject
    EndingSweeper sweeper;

    private final String town = People.freshTown();

    @Test
    void a_suspension_that_was_lifted_before_its_second_step_takes_nothing() {
        var scene = new CutOffScene(people, town);
        var before = rows(town);
        var suspension = suspended(scene);
        people.lead(town).act("/suspensions/{id}/lift", suspension).statusCode(200);
        service.finish(suspension);
        assertThat(rows(town)).isEqualTo(before);
        assertThat(keeper(scene.task)).isEqualTo(scene.ada.id());
        assertThat(Offices.types(UUID.fromString(scene.office))).containsExactly("mandate.granted");
        Invariants.hold();
    }

    @Test
    void a_suspension_that_was_cut_off_is_finished_by_a_sweeper() {
        var scene = new CutOffScene(people, town);
        var suspension = suspended(scene);
        assertThat(keeper(scene.task)).isEqualTo(scene.ada.id());
        letTimePass(scene.office);
        Concurrently.times(3, sweeper::sweep);
        sweeper.sweep(); // what all of them left because another was at it
        assertThat(keeper(scene.task)).isEqualTo(people.lead(town).id());
        assertThat(Offices.types(UUID.fromString(scene.office)))
                .containsExactly("mandate.granted", "mandate.suspended");
        people.lead(town).act("/suspensions/{id}/lift", suspension).statusCode(200);
        assertThat(keeper(scene.task)).isEqualTo(scene.ada.id());
        Invariants.hold();
    }

    @Test
    void lifting_and_suspending_at_once_leaves_all_of_it_or_nothing() {
        var lead = people.lead(town);
        for (var round = 0; round < 5; round++) {
            var scene = new CutOffScene(people, town);
            var suspension = suspended(scene);
            Concurrently.<Object>race(List.of(
                    () -> {
                        patiently(() -> service.finish(suspension));
                        return null;
                    },
                    () -> Person.patiently(() -> lead.act("/suspensions/{id}/lift", suspension))
                            .statusCode(200)));
            assertThat(keeper(scene.task)).isEqualTo(scene.ada.id());
            scene.ada.post("/tasks", Work.leaflets(town)).statusCode(201);
        }
        Invariants.hold();
    }

    /** The first step of a suspension by the movement's lead. */
    private UUID suspended(CutOffScene scene) {
        var lead = people.lead(town);
        var act = new Suspensions.Act(lead.id(), mandateOf(lead));
        return QuarkusTransaction.requiringNew().call(() -> {
            suspensions.lock(scene.ada.id());
            var group = groups.at(new GroupPath(town));
            var until = Instant.now().plusSeconds(3600);
            var kept = suspensions.begin(new Suspensions.Wanted(scene.ada.id(), group, "Reported.", until), act);
            stops.stop(mandates.withDelegated(UUID.fromString(scene.office)), kept.id(), true);
            return kept.id();
        });
    }
}
