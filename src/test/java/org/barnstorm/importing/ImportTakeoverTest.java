package org.barnstorm.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.importing.Imports.contacts;
import static org.barnstorm.importing.Imports.status;
import static org.barnstorm.importing.Imports.upload;
import static org.hamcrest.Matchers.is;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.junit.jupiter.api.Test;

/** Every line does what it does once, whoever works on it and whenever they die. */
@QuarkusTest
class ImportTakeoverTest {
    private static final int LINES = 6_500;
    private static final int DEATHS = 3;

    @Inject
    People people;

    @Inject
    ImportSweeper sweeper;

    @Inject
    ImportWorker worker;

    private final String town = People.freshTown();
    private final AtomicInteger deaths = new AtomicInteger();

    private static String file() {
        var csv = new StringBuilder("email,phone,first_name\n");
        for (var i = 0; i < LINES; i++) csv.append("p%d@example.org,,P%d%n".formatted(i % (LINES - 100), i));
        return csv.toString();
    }

    @Test
    void two_workers_one_of_whom_dies_in_the_middle_bring_everybody_in_once() {
        var lead = people.with(LEAD, town);
        String id = upload(lead, town, file()).statusCode(201).extract().path("id");
        together(UUID.fromString(id), "PREVIEW");
        lead.get("/imports/{id}", id)
                .body("preview.lines", is(LINES))
                .body("preview.creates", is(LINES - 100))
                .body("preview.repeated", is(100));
        lead.act("/imports/{id}/start", id).statusCode(200);
        together(UUID.fromString(id), "DONE");
        lead.get("/imports/{id}", id)
                .body("progress.handled", is(LINES - 100))
                .body("progress.created", is(LINES - 100))
                .body("progress.updated", is(0));
        assertThat(contacts(town)).isEqualTo(LINES - 100);
        assertThat(deaths.get()).isPositive();
        Log.infof("Two workers, of whom one died %d times", deaths.get());
        Invariants.hold();
    }

    /** One works; the other does as well, and its work is lost each time until it has died often enough. */
    private void together(UUID id, String until) {
        deaths.set(0);
        Callable<Integer> good = () -> {
            var steps = 0;
            while (!status(id.toString()).equals(until)) if (sweeper.step(id)) steps++;
            return steps;
        };
        Callable<Integer> dying = () -> {
            while (deaths.get() < DEATHS && !status(id.toString()).equals(until)) die(id);
            return 0;
        };
        // The one that dies comes first, so that it gets something to lose.
        die(id);
        assertThat(deaths.get()).isPositive();
        assertThat(Concurrently.race(List.of(good, dying, good))).hasSize(3);
    }

    /** Does all of a step but its commit. */
    private void die(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (worker.step(id)) throw new Death();
            });
        } catch (Death e) {
            deaths.incrementAndGet();
        }
    }

    /** What happens to the one that dies. */
    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void who_cancels_need_not_wait_for_the_end() {
        var lead = people.with(LEAD, town);
        String id = upload(lead, town, file()).statusCode(201).extract().path("id");
        sweeper.step(UUID.fromString(id));
        sweeper.step(UUID.fromString(id));
        assertThat(status(id)).isEqualTo("CHECKING");
        var answers = Concurrently.<Integer>race(List.of(
                () -> {
                    while (sweeper.step(UUID.fromString(id))) {
                        // goes on as long as there is something to do
                    }
                    return 200;
                },
                () -> Person.patiently(() -> lead.act("/imports/{id}/cancel", id))
                        .extract()
                        .statusCode()));
        assertThat(answers).containsOnly(200);
        assertThat(status(id)).isEqualTo("CANCELLED");
        assertThat(sweeper.step(UUID.fromString(id))).isFalse();
        assertThat(contacts(town)).isZero();
        Sql.run("delete from import_line where import_id = ?", UUID.fromString(id));
        Invariants.hold();
    }
}
