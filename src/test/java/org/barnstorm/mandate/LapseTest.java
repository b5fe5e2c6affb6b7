package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.mandate.Offices.keeper;
import static org.barnstorm.mandate.Offices.letRunOut;
import static org.barnstorm.mandate.Offices.revoke;
import static org.barnstorm.mandate.Offices.types;
import static org.barnstorm.mandate.Offices.whileWriterIsInFlight;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** When the term of a mandate is over, the work under it goes to the nearest lead, as at a revocation. */
@QuarkusTest
class LapseTest {
    @Inject
    People people;

    @Inject
    EndingSweeper sweeper;

    private final String town = People.freshTown();

    @Test
    void open_work_goes_to_the_nearest_lead_once_however_many_replicas_sweep() {
        var scene = new Scene();
        letRunOut(scene.office);
        Concurrently.times(4, sweeper::sweep);
        assertThat(keeper(scene.task)).isEqualTo(people.lead(town).id());
        assertThat(types(UUID.fromString(scene.office))).containsExactly("mandate.granted", "mandate.lapsed");
        assertThat(types(scene.task)).endsWith("task.entrusted", "task.entrusted");
        people.lead(town).get("/mandates/{id}", scene.office).body("status", is("ENDED"));
        people.lead(town).get("/me/entrusted-tasks").body("items.task.id", hasItem(scene.task.toString()));
        Invariants.hold();
    }

    @Test
    void whoever_may_go_on_by_another_mandate_keeps_it() {
        var scene = new Scene();
        people.appoint(scene.lead, ORGANISER, town);
        letRunOut(scene.office);
        sweeper.sweep();
        assertThat(types(UUID.fromString(scene.office))).endsWith("mandate.lapsed");
        assertThat(keeper(scene.task)).isEqualTo(scene.lead.id());
    }

    @Test
    void a_writer_in_flight_is_waited_for() {
        var scene = new Scene();
        letRunOut(scene.office);
        whileWriterIsInFlight(scene.office, sweeper::sweep);
        assertThat(keeper(scene.task)).isEqualTo(scene.lead.id());
        sweeper.sweep();
        assertThat(keeper(scene.task)).isEqualTo(people.lead(town).id());
        Invariants.hold();
    }

    @Test
    void what_was_revoked_before_does_not_run_out_and_comes_back_without_its_work() {
        var scene = new Scene();
        var above = people.lead(town);
        revoke(above, scene.office).statusCode(200);
        letRunOut(scene.office);
        sweeper.sweep();
        assertThat(types(UUID.fromString(scene.office))).containsExactly("mandate.granted", "mandate.revoked");
        above.act("/mandates/{id}/restore", scene.office).statusCode(200).body("status", is("ENDED"));
        assertThat(keeper(scene.task)).isEqualTo(above.id());
        sweeper.sweep();
        assertThat(types(UUID.fromString(scene.office))).endsWith("mandate.restored", "mandate.lapsed");
        Invariants.hold();
    }

    /** A lead of the town to whom a task came: they have done nothing under their mandate that would now be too late. */
    private final class Scene {
        private final Person lead = people.newcomer();
        private final String office = people.appoint(lead, LEAD, town);
        private final UUID task;

        Scene() {
            var ben = people.newcomer();
            var bens = people.appoint(ben, ORGANISER, town);
            task = Work.open(ben, town, 1);
            revoke(people.lead(town), bens).statusCode(200);
            assertThat(keeper(task)).isEqualTo(lead.id());
        }
    }
}
