package org.barnstorm.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.KindsOfWork;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.TestIssuer;
import org.barnstorm.testing.TestStack;
import org.barnstorm.testing.Trusting;

/** A town in a tree of its own, a caller of each kind, and as many fresh tasks, holds and members as are needed. */
final class Scene {
    static final String LONG_AGO = "2020-01-01T00:00:00Z";

    private final People people;
    private final String movement = People.freshMovement();
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, String> tokens = new HashMap<>();
    final String region = movement + ".region";
    final String town = region + ".town";
    final String beside = region + ".elsewhere";
    /** Groups that one asks to join, and that one has to be invited into. */
    final String quiet = town + ".quiet";

    final String closed = town + ".closed";

    private final String client = Integrators.freshClient();

    Scene(People people) {
        this.people = people;
        tokens.put("service", program());
        tokens.put("outsider", Cast.lasting(people.outsider(), "offline_access"));
        join("newcomer", people.newcomer());
        join("member", people.member(town));
        for (var role : Role.values()) join(role.name(), people.with(role, town));
        join("sibling", people.with(Role.LEAD, beside));
        join("above", people.with(Role.LEAD, region));
        tokens.put("admin", Cast.lasting(people.admin(), "member", "admin"));
        make("/groups", Map.of("path", quiet, "name", "Quiet", "joinPolicy", "REQUEST"));
        make("/groups", Map.of("path", closed, "name", "Closed", "joinPolicy", "INVITATION"));
        tokens.put("integration", integration());
    }

    private void join(String kind, Person person) {
        tokens.put(kind, Cast.lasting(person, "member"));
    }

    /** What a caller of this kind sends. */
    String token(String kind, Attempt attempt) {
        return switch (kind) {
            case "nobody" -> null;
            case "self" -> attempt.self().token();
            default -> tokens.get(kind);
        };
    }

    /** Who prepares things: the movement's lead, who is none of the callers. */
    Person keeper() {
        return people.lead(town);
    }

    /** The program that was let in, with everything that one can be given. */
    Person letIn() {
        return Integrators.program(client);
    }

    Person newcomer() {
        return people.newcomer();
    }

    Person freshMember() {
        return people.member(town);
    }

    String freshMovement() {
        return People.freshMovement();
    }

    /** A slug that no other call gets. */
    String fresh() {
        return "n" + count.incrementAndGet();
    }

    String freshGroup() {
        var path = town + "." + fresh();
        make("/groups", Map.of("path", path, "name", "Fresh"));
        return path;
    }

    /** A movement that has no lead yet. */
    String leaderless() {
        var slug = freshMovement();
        people.admin().post("/groups", Map.of("path", slug, "name", slug)).statusCode(201);
        return slug;
    }

    String course() {
        return make("/courses", Map.of("group", town, "title", "Listening", "description", "One evening."));
    }

    String draft() {
        return make("/tasks", task());
    }

    Map<String, Object> task() {
        return Map.of("group", town, "title", "Leaflets", "remote", true, "effortMinutes", 30, "capacity", 5);
    }

    /** A draft that needs another task first. */
    String needing() {
        var task = draft();
        keeper().request()
                .contentType("application/json")
                .body(Map.of("taskIds", List.of(open())))
                .put("/tasks/{id}/needs", task)
                .then()
                .statusCode(200);
        return task;
    }

    /** The same, published. */
    String waitingTask() {
        var task = needing();
        keeper().act("/tasks/{id}/publish", task).statusCode(200);
        return task;
    }

    String template(String group) {
        return make("/templates", template(group, "Leaflets"));
    }

    Map<String, Object> template(String group, String name) {
        var content = Map.of("title", "Leaflets", "remote", true, "effortMinutes", 30);
        return Map.of("group", group, "name", name, "content", content);
    }

    String series() {
        return make("/series", weekly());
    }

    /** Work that comes every week from {@link #firstTime} on. */
    Map<String, Object> weekly() {
        return Map.of(
                "group",
                town,
                "rrule",
                "FREQ=WEEKLY",
                "start",
                firstTime(),
                "content",
                Map.of("title", "Leaflets", "remote", true, "effortMinutes", 30));
    }

    String firstTime() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(2) + "T18:00:00";
    }

    String open() {
        var task = draft();
        keeper().act("/tasks/{id}/publish", task).statusCode(200);
        return task;
    }

    /** A task that began a minute ago. */
    String begun() {
        var wanted = new HashMap<>(task());
        wanted.put("startsAt", Instant.now().minusSeconds(60).toString());
        wanted.put("endsAt", Instant.now().plusSeconds(3600).toString());
        var task = make("/tasks", wanted);
        keeper().act("/tasks/{id}/publish", task).statusCode(200);
        return task;
    }

    /** The code of a kind of work in the town. */
    String kind() {
        var code = fresh();
        KindsOfWork.make(keeper(), town, code, KindsOfWork.canvass()).statusCode(201);
        return code;
    }

    /** Where one looks at what could be undone of somebody. */
    String undo(Person whose) {
        return "/groups/" + town + "/undo?member=" + whose.id() + "&since=" + LONG_AGO;
    }

    /** An open task to which this person is invited. */
    String invited(Person guest) {
        var task = open();
        keeper().replace("/tasks/{id}/invitations", Map.of("memberIds", List.of(guest.id())), task)
                .statusCode(204);
        return task;
    }

    /** An open task for nobody but this person. */
    String onlyFor(Person guest) {
        var wanted = new HashMap<>(task());
        wanted.put("audience", Map.of("who", "INVITED"));
        var task = make("/tasks", wanted);
        keeper().act("/tasks/{id}/publish", task).statusCode(200);
        keeper().replace("/tasks/{id}/invitations", Map.of("memberIds", List.of(guest.id())), task)
                .statusCode(204);
        return task;
    }

    /** A task whose only place is taken. */
    String full() {
        var wanted = new HashMap<>(task());
        wanted.put("capacity", 1);
        var task = make("/tasks", wanted);
        keeper().act("/tasks/{id}/publish", task).statusCode(200);
        claim(freshMember(), task);
        return task;
    }

    /** A membership of this person that waits for an answer. */
    String request(Person person) {
        return person.put("/groups/{path}/membership", quiet)
                .statusCode(200)
                .extract()
                .path("id");
    }

    String membership(Person member) {
        return member.get("/me").statusCode(200).extract().path("memberships[0].id");
    }

    String mandate(Person member) {
        return people.appoint(member, Role.VERIFIER, town);
    }

    /** A mandate that can be handed on. */
    String office(Person member) {
        return people.appoint(member, Role.LEAD, town);
    }

    Person freshOrganiser() {
        return people.with(Role.ORGANISER, town);
    }

    /** A task of somebody on probation that waits to be released. */
    String submitted(Person author) {
        Trusting.probation(1);
        String task = author.post("/tasks", task()).statusCode(201).extract().path("id");
        author.act("/tasks/{id}/publish", task).statusCode(200);
        Trusting.everybody();
        return task;
    }

    Person freshLead() {
        return people.with(Role.LEAD, town);
    }

    /** A mandate that waits for a second person. */
    String pending(Person member) {
        var group = freshGroup();
        keeper().replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of("TASK_VERIFY")), group)
                .statusCode(200);
        return make("/mandates", Map.of("memberId", member.id(), "group", group, "role", Role.VERIFIER));
    }

    String nextWeek() {
        return Instant.now().plusSeconds(7 * 24 * 3600).toString();
    }

    Map<String, Object> suspension(Person whom) {
        return Map.of("memberId", whom.id(), "reason", "Reported.", "until", nextWeek());
    }

    String suspended(Person whom, Person by) {
        return by.post("/groups/{path}/suspensions", suspension(whom), town)
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Vouches earn something in the town. */
    void vouching() {
        var rule = Map.of("needed", 5, "capabilities", List.of("TASK_CREATE"), "days", 30);
        keeper().replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of(), "vouching", rule), town)
                .statusCode(200);
    }

    String vouched(Person voucher) {
        vouching();
        return voucher.post(
                        "/groups/{path}/vouches",
                        Map.of("memberId", freshMember().id()),
                        town)
                .statusCode(201)
                .extract()
                .path("id");
    }

    void qualify(Person learner) {
        keeper().post("/courses/{id}/completions", Map.of("memberId", learner.id(), "group", town), course())
                .statusCode(201);
    }

    String claim(Person member, String task) {
        return member.put("/tasks/{id}/claim", task).statusCode(200).extract().path("id");
    }

    String offer(Person member) {
        return make("/tasks/" + open() + "/assignments", Map.of("memberId", member.id()));
    }

    /** The office that places are given to here. */
    Map<String, Object> verifier() {
        return Map.of("role", Role.VERIFIER, "group", town);
    }

    /** A place that waits for that office. */
    String waiting() {
        return make("/tasks/" + open() + "/assignments", verifier());
    }

    /** A hold that its holder hands over to somebody. */
    String handed(Person holder, Person named) {
        var hold = claim(holder, open());
        holder.post("/assignments/{id}/handover", Map.of("fence", 1, "memberId", named.id()), hold)
                .statusCode(200);
        return hold;
    }

    /** A hold that its holder says is done. */
    String done(Person member) {
        var hold = claim(member, open());
        member.post("/assignments/{id}/complete", Map.of("fence", 1, "outcome", Map.of("code", "done")), hold)
                .statusCode(200);
        return hold;
    }

    String etag(String path) {
        return keeper().get(path).statusCode(200).extract().header("ETag");
    }

    private String make(String path, Map<String, ?> body) {
        return keeper().post(path, body).statusCode(201).extract().path("id");
    }

    /** A program that was let in, with everything that one can be given. */
    private String integration() {
        Integrators.bind(keeper(), client, town, Integrators.EVERYTHING);
        return Integrators.token(client, Cast.LASTING);
    }

    private static String program() {
        var account = TestIssuer.Account.called("service-account-integrator");
        return TestStack.issuer()
                .sign(TestStack.issuer()
                        .claims(account, Set.of("member"))
                        .claim("client_id", "integrator")
                        .claim("preferred_username", "service-account-integrator")
                        .expiresAt(Instant.now().plus(Cast.LASTING)));
    }
}
