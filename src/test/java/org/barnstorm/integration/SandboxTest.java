package org.barnstorm.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.Sweep;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A place to try things in: what a client gets, that it gets nothing else, and that all of it goes and nothing else does. */
@QuarkusTest
class SandboxTest {
    @Inject
    People people;

    @Inject
    Sandboxes sandboxes;

    @Inject
    SandboxRepository repository;

    @Inject
    SandboxSeed seed;

    @Inject
    IntegrationRepository integrations;

    @Inject
    IntegrationService letIn;

    @Inject
    Groups groups;

    @Inject
    Journal journal;

    @Inject
    Sweep sweep;

    @Inject
    Clock clock;

    private final String town = People.freshTown();
    private final String client = Integrators.freshClient();
    private final Person program = Integrators.program(client);

    @AfterAll
    static void invariants() {
        Invariants.hold();
    }

    @Test
    void a_client_gets_a_movement_with_people_work_and_history_and_every_scope() {
        String movement = make();
        program.get("/groups").body("items.path", hasSize(3)).body("items.path", everyItem(startsWith(movement)));
        program.get("/tasks").body("items.title", hasItem("Join the welcome call"));
        program.get("/groups/{path}/members", movement + ".town").body("items", hasSize(4));
        program.get("/changes?group={group}", movement)
                .statusCode(200)
                .body("items.type", hasItem("assignment.verified"))
                .body("items.type", hasItem("assignment.claimed"));
        String task = program.post("/tasks", Work.leaflets(movement + ".town"))
                .statusCode(201)
                .extract()
                .path("id");
        program.act("/tasks/{id}/publish", task).statusCode(200);
    }

    @Test
    void it_has_no_power_outside_and_sees_nothing_there() {
        var task = Work.open(people.with(LEAD, town), town, 1);
        make();
        program.get("/groups").body("items.path", not(hasItem(town)));
        unseen(program.get("/groups/{path}", town));
        unseen(program.get("/tasks/{id}", task));
        unseen(program.act("/tasks/{id}/close", task));
        assertThat(program.post("/tasks", Work.leaflets(town)).extract().statusCode())
                .isIn(403, 404);
        assertThat(program.get("/changes?group={group}", town).extract().statusCode())
                .isIn(403, 404);
    }

    @Test
    void nobody_finds_their_way_in() {
        String movement = make();
        refused(people.newcomer().put("/groups/{path}/membership", movement + ".town"), 403, "invitation-needed");
        unseen(people.lead(town)
                .get(
                        "/integrations/{id}",
                        program.get("/sandboxes/mine").extract().<String>path("integrationId")));
    }

    @Test
    void a_client_has_one_at_a_time() {
        String movement = make();
        refused(program.act("/sandboxes"), 409, "sandbox-exists");
        program.get("/sandboxes/mine")
                .statusCode(200)
                .body("group", is(movement))
                .body("clientId", is(client));
        var other = Integrators.program(Integrators.freshClient());
        unseen(other.get("/sandboxes/mine"));
        unseen(other.delete("/sandboxes/mine"));
    }

    @Test
    void repeated_with_the_same_key_it_is_one() {
        assertThat(keyed()).isEqualTo(keyed());
    }

    private String keyed() {
        return program.request()
                .header("Idempotency-Key", "once")
                .post("/sandboxes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void a_client_stands_for_a_sandbox_or_for_an_integration() {
        people.grow(town);
        var lead = people.lead(town);
        make();
        var wanted = Integrators.wanted(client, town, "tasks:read");
        refused(lead.post("/integrations", wanted), 409, "client-bound");
        program.delete("/sandboxes/mine").statusCode(204);
        lead.post("/integrations", wanted).statusCode(201);
        refused(program.act("/sandboxes"), 409, "client-bound");
    }

    @Test
    void when_it_is_gone_the_database_is_as_it_was_before() {
        var real = people.member(town);
        Work.claim(real, Work.open(people.with(LEAD, town), town, 1));
        Integrators.program(Integrators.freshClient()).act("/sandboxes").statusCode(201); // another one stays
        var before = WholeDatabase.content();
        String movement = keyedMovement();
        program.post("/tasks", Work.leaflets(movement + ".town")).statusCode(201);
        program.get("/groups/{path}/members", movement + ".town").statusCode(200);
        program.post(
                        "/webhooks",
                        Map.of("group", movement, "url", "https://hooks.example.org/", "types", List.of("task")))
                .statusCode(201);
        signUp(real.account().email());
        signUp("nobody." + town + "@example.org");
        assertThat(WholeDatabase.content()).isNotEqualTo(before);
        program.delete("/sandboxes/mine").statusCode(204);
        assertThat(WholeDatabase.content()).isEqualTo(before);
        refused(program.get("/tasks"), 403, "service-account");
        unseen(program.get("/sandboxes/mine"));
        unseen(people.newcomer().get("/groups/{path}", movement));
        unseen(people.newcomer().put("/groups/{path}/membership", movement));
    }

    private void signUp(String address) {
        var person = Map.of("email_addresses", List.of(Map.of("address", address)));
        program.post("/osdi/v1/people", Map.of("person", person)).statusCode(200);
    }

    private String keyedMovement() {
        keyed();
        return program.get("/sandboxes/mine").extract().path("group");
    }

    @Test
    void after_its_time_it_goes_by_itself() {
        String movement = make();
        sandboxes.sweep();
        program.get("/sandboxes/mine").statusCode(200);
        end(movement);
        assertThat(sandboxes.sweep()).isEqualTo(1);
        unseen(program.get("/sandboxes/mine"));
        assertThat(Sql.value(Long.class, "select count(*) from local_group where path like ?", movement + "%"))
                .isZero();
        make();
    }

    /** No such thing can be made through the API; if it could, better a sandbox that stays than something real that goes. */
    @Test
    void one_that_is_tied_to_something_outside_is_not_touched_at_all() {
        String movement = make();
        people.grow(town);
        var invented = Sql.value(
                UUID.class,
                "select p.member_id from sandbox_person p join sandbox s on s.id = p.sandbox_id where s.path = ? limit 1",
                movement);
        var membership = belong(invented, town);
        end(movement);
        var before = WholeDatabase.content();
        assertThat(sandboxes.sweep()).isZero();
        assertThat(WholeDatabase.content()).isEqualTo(before);
        Sql.run("delete from membership where id = ?", membership);
        assertThat(sandboxes.sweep()).isEqualTo(1);
    }

    @Test
    void somebody_real_whom_its_program_has_invited_stays_and_is_in_it_no_more() {
        String movement = make();
        var real = people.member(town).id();
        var membership = belong(real, movement);
        end(movement);
        assertThat(sandboxes.sweep()).isEqualTo(1);
        assertThat(Sql.value(Long.class, "select count(*) from membership where id = ?", membership))
                .isZero();
        assertThat(Sql.value(Long.class, "select count(*) from membership where member_id = ?", real))
                .isEqualTo(1);
    }

    private static UUID belong(UUID member, String group) {
        var membership = UUID.randomUUID();
        Sql.run(
                "insert into membership (id, version, member_id, group_id, status, since)"
                        + " select ?, 0, ?, id, 'ACTIVE', now() from local_group where path = ?",
                membership,
                member,
                group);
        return membership;
    }

    @Test
    void what_is_no_sandbox_is_never_wiped_whatever_a_row_says() {
        people.grow(town);
        String movement = make();
        var own = Sql.value(UUID.class, "select group_id from sandbox where path = ?", movement);
        Sql.run(
                "update sandbox set group_id = (select id from local_group where path = ?) where path = ?",
                town.split("\\.")[0],
                movement);
        var before = Sql.value(Long.class, "select count(*) from local_group");
        // The people in it still belong to its groups, which are not what the row names any more.
        assertThatThrownBy(() -> Sql.value(Long.class, "select wipe_sandbox(id) from sandbox where path = ?", movement))
                .hasStackTraceContaining("is not only a sandbox");
        assertThat(Sql.value(Long.class, "select count(*) from local_group")).isEqualTo(before);
        Sql.run("update sandbox set group_id = ? where path = ?", own, movement);
    }

    @Test
    void there_are_none_where_they_are_off_and_no_more_than_there_may_be() {
        install(config(false, 10));
        refused(program.act("/sandboxes"), 403, "sandboxes-off");
        refused(program.get("/sandboxes/mine"), 403, "sandboxes-off");
        refused(program.delete("/sandboxes/mine"), 403, "sandboxes-off");
        install(config(true, 0));
        refused(program.act("/sandboxes"), 409, "sandboxes-full");
    }

    private String make() {
        return program.act("/sandboxes")
                .statusCode(201)
                .body("group", startsWith("sandbox-"))
                .extract()
                .path("group");
    }

    private static void end(String movement) {
        Sql.run(
                "update sandbox set created_at = now() - interval '8 days', ends_at = now() - interval '1 day' where path = ?",
                movement);
    }

    private void install(SandboxConfig config) {
        QuarkusMock.installMockForType(
                new Sandboxes(config, repository, seed, integrations, letIn, groups, journal, sweep, clock, "keycloak"),
                Sandboxes.class);
    }

    private static SandboxConfig config(boolean enabled, int most) {
        return new SandboxConfig() {
            @Override
            public boolean enabled() {
                return enabled;
            }

            @Override
            public int most() {
                return most;
            }

            @Override
            public Duration lifetime() {
                return Duration.ofDays(7);
            }

            @Override
            public Duration sweepEvery() {
                return Duration.ofDays(1);
            }
        };
    }
}
