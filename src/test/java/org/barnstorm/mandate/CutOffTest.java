package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.mandate.Offices.WHY;
import static org.barnstorm.mandate.Offices.grant;
import static org.barnstorm.mandate.Offices.keeper;
import static org.barnstorm.mandate.Offices.letTimePass;
import static org.barnstorm.mandate.Offices.revoke;
import static org.barnstorm.mandate.Offices.rows;
import static org.barnstorm.mandate.Offices.whileWriterIsInFlight;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Suspensions;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** What takes two steps and is cut off between them, or overtaken: a writer who does not finish keeps the second waiting. */
@QuarkusTest
class CutOffTest {
    @Inject
    People people;

    @Inject
    Endings endings;

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
    Journal journal;

    @Inject
    EndingSweeper sweeper;

    private final String town = People.freshTown();

    @Test
    void a_revocation_that_was_cut_off_is_finished_by_a_sweeper() {
        var scene = new Scene();
        whileWriterIsInFlight(scene.office, () -> refused(revoke(people.lead(town), scene.office), 409, "busy"));
        refused(scene.ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        refused(people.lead(town).act("/mandates/{id}/restore", scene.office), 409, "mandate-not-revoked");
        letTimePass(scene.office);
        Concurrently.times(3, sweeper::sweep);
        people.lead(town)
                .get("/mandates/{id}", scene.office)
                .body("status", is("REVOKED"))
                .body("revokeReason", is(WHY.get("reason")));
        assertThat(keeper(scene.task)).isEqualTo(people.lead(town).id());
        assertThat(Offices.types(UUID.fromString(scene.office))).containsExactly("mandate.granted", "mandate.revoked");
        Invariants.hold();
    }

    @Test
    void what_was_taken_back_meanwhile_no_sweeper_ends_again() {
        var scene = new Scene();
        var before = rows(town);
        begun(scene.office);
        letTimePass(scene.office);
        revoke(people.with(LEAD, town), scene.office).statusCode(200); // somebody else repeats it
        people.lead(town).act("/mandates/{id}/restore", scene.office).statusCode(200);
        sweeper.sweep();
        assertThat(rows(town)).containsAll(before);
        scene.ada.post("/tasks", Work.leaflets(town)).statusCode(201);
        Invariants.hold();
    }

    @Test
    void a_revocation_that_a_restore_overtakes_stands_with_its_mark() {
        var scene = new Scene();
        var lead = people.lead(town);
        revoke(lead, scene.office).statusCode(200);
        var second = begun(scene.office); // decided while the first was not yet to be seen
        lead.act("/mandates/{id}/restore", scene.office).statusCode(200);
        endings.finish(second);
        refused(scene.ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        var ids = List.of(UUID.fromString(scene.office), UUID.fromString(scene.delegated));
        var marks = QuarkusTransaction.requiringNew().call(() -> stops.standing(ids));
        assertThat(marks).containsOnlyKeys(ids);
        assertThat(marks.values()).containsOnly(second);
        lead.get("/mandates/{id}", scene.delegated).body("status", is("REVOKED"));
        Invariants.hold();
    }

    @Test
    void what_ends_with_it_is_looked_for_until_nothing_is_left() {
        var scene = new Scene();
        revoke(people.lead(town), scene.delegated).statusCode(200);
        var ending = begun(scene.office);
        var underWay = new CountDownLatch(1);
        Concurrently.<Void>race(List.of(
                () -> {
                    underWay.await();
                    endings.finish(ending);
                    return null;
                },
                () -> {
                    whileWriterIsInFlight(scene.office, () -> {
                        underWay.countDown();
                        awaitSomebodyWaiting();
                        restored(scene.delegated);
                    });
                    return null;
                }));
        people.lead(town).get("/mandates/{id}", scene.delegated).body("status", is("REVOKED"));
        Invariants.hold();
    }

    private static void awaitSomebodyWaiting() {
        await().until(() -> Sql.value(Long.class, "select count(*) from pg_locks where not granted") > 0);
    }

    /** What a restoration does that shared the office before it was marked, and comes to its end now. */
    private void restored(String mandate) {
        var id = UUID.fromString(mandate);
        QuarkusTransaction.requiringNew().run(() -> {
            mandates.lockAll(List.of(id)).forEach(Mandate::restore);
            stops.strikeRevocations(List.of(id));
            var group = groups.at(new GroupPath(town));
            var lead = people.lead(town);
            journal.append(new Event("mandate.restored", id, group.id(), town, lead.id(), mandateOf(lead)));
        });
    }

    @Test
    void a_succession_that_was_cut_off_is_finished_by_repeating_it() {
        var scene = new Scene();
        var ben = people.newcomer();
        var to = Map.of("memberId", ben.id(), "reason", "Moving to Leeds.");
        whileWriterIsInFlight(
                scene.office,
                () -> refused(scene.ada.post("/mandates/{id}/succession", to, scene.office), 409, "busy"));
        var other = Map.of("memberId", people.newcomer().id(), "reason", "Moving.");
        refused(scene.ada.post("/mandates/{id}/succession", other, scene.office), 409, "mandate-revoked");
        refused(people.lead(town).post("/mandates/{id}/succession", other, scene.office), 409, "mandate-revoked");
        scene.ada.post("/mandates/{id}/succession", to, scene.office).statusCode(201);
        ben.get("/me/mandates").body("items", hasSize(1));
        assertThat(keeper(scene.task)).isEqualTo(ben.id());
        people.lead(town).get("/mandates/{id}", scene.office).body("status", is("REVOKED"));
        Invariants.hold();
    }

    @Test
    void or_by_a_sweeper() {
        var scene = new Scene();
        var ben = people.newcomer();
        var to = Map.of("memberId", ben.id(), "reason", "Moving to Leeds.");
        whileWriterIsInFlight(
                scene.office,
                () -> refused(scene.ada.post("/mandates/{id}/succession", to, scene.office), 409, "busy"));
        letTimePass(scene.office);
        sweeper.sweep();
        assertThat(keeper(scene.task)).isEqualTo(ben.id());
        refused(people.lead(town).act("/mandates/{id}/restore", scene.office), 409, "not-restorable");
        Invariants.hold();
    }

    @Test
    void a_vouch_whose_withdrawal_was_cut_off_is_withdrawn_by_repeating_it() {
        people.grow(town);
        people.lead(town)
                .replace(
                        "/groups/{path}/mandate-rules",
                        VouchTest.rules(List.of(), 2, List.of("TASK_CREATE", "TASK_EDIT")),
                        town)
                .statusCode(200);
        var ada = people.member(town);
        var voucher = people.with(ORGANISER, town);
        var vouch = vouched(voucher, ada);
        vouched(people.with(ORGANISER, town), ada);
        String mandate = ada.get("/me/mandates").extract().path("items[0].id");
        var task = Work.open(ada, town, 1);
        whileWriterIsInFlight(mandate, () -> refused(voucher.act("/vouches/{id}/withdraw", vouch), 409, "busy"));
        voucher.act("/vouches/{id}/withdraw", vouch).statusCode(200);
        assertThat(keeper(task)).isEqualTo(people.lead(town).id());
        people.lead(town).get("/mandates/{id}", mandate).body("status", is("REVOKED"));
        refused(voucher.act("/vouches/{id}/withdraw", vouch), 409, "vouch-withdrawn");
        Invariants.hold();
    }

    @Test
    void a_suspension_that_was_lifted_before_its_second_step_takes_nothing() {
        var scene = new Scene();
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
        var scene = new Scene();
        var suspension = suspended(scene);
        assertThat(keeper(scene.task)).isEqualTo(scene.ada.id());
        letTimePass(scene.office);
        Concurrently.times(3, sweeper::sweep);
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
            var scene = new Scene();
            var suspension = suspended(scene);
            Concurrently.<Object>race(List.of(
                    () -> {
                        service.finish(suspension);
                        return null;
                    },
                    () -> lead.act("/suspensions/{id}/lift", suspension).statusCode(200)));
            assertThat(keeper(scene.task)).isEqualTo(scene.ada.id());
            scene.ada.post("/tasks", Work.leaflets(town)).statusCode(201);
        }
        Invariants.hold();
    }

    /** A lead of the town with a task, and somebody they delegated to. */
    private final class Scene {
        private final Person ada = people.newcomer();
        private final String office = people.appoint(ada, LEAD, town);
        private final String delegated = grant(ada, people.newcomer(), ORGANISER, town, "DELEGATED");
        private final UUID task = Work.open(ada, town, 1);
    }

    /** The first step of a revocation by the movement's lead. */
    private UUID begun(String mandate) {
        var lead = people.lead(town);
        var decision = new Ending.Decision(lead.id(), mandateOf(lead), "Reported.");
        return QuarkusTransaction.requiringNew()
                .call(() -> endings.begin(Ending.revoked(UUID.fromString(mandate), decision, Instant.now())));
    }

    /** The first step of a suspension by the movement's lead. */
    private UUID suspended(Scene scene) {
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

    private static UUID mandateOf(Person lead) {
        return UUID.fromString(lead.get("/me/mandates").extract().path("items[0].id"));
    }

    private String vouched(Person voucher, Person whom) {
        return voucher.post("/groups/{path}/vouches", Map.of("memberId", whom.id()), town)
                .statusCode(201)
                .extract()
                .path("id");
    }
}
