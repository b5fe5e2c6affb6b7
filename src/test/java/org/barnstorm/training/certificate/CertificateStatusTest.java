package org.barnstorm.training.certificate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.TestStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether a credential still stands: what third parties look at who have it. */
@QuarkusTest
class CertificateStatusTest {
    private static final String ADDRESS = "https://barnstorm.example.org";

    /** Ends what waits for a lock on certificates, as the server does when it shuts down. */
    private static final String CUT = """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where usename = current_user and wait_event_type = 'Lock' and query like '%certificate%'
              and pid <> pg_backend_pid()
            """;

    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void whoever_has_the_credential_sees_that_it_was_revoked() throws Exception {
        var learner = people.member(town);
        var qualification = qualify(learner);
        var revoked = credential(issue(learner, qualification));
        var stands = credential(issue(learner, qualification));
        assertThat(isRevoked(revoked)).isFalse();
        String id = learner.get("/me/certificates").extract().path("items[0].id");
        learner.delete("/certificates/{id}", id).statusCode(200);
        assertThat(isRevoked(revoked)).isTrue();
        assertThat(isRevoked(stands)).isFalse();
        people.lead(town)
                .post("/qualifications/{id}/withdraw", Map.of("reason", "Was rude."), qualification)
                .statusCode(200);
        assertThat(isRevoked(stands)).isTrue();
    }

    @Test
    void a_credential_keeps_its_place_and_shares_it_with_nobody() throws Exception {
        var learner = people.member(town);
        var qualification = qualify(learner);
        var link = issue(learner, qualification);
        var bare = issue(learner, qualification);
        var answers = Concurrently.times(6, () -> index(credential(link)));
        assertThat(answers).containsOnly(answers.get(0));
        assertThat(index(credential(link))).isEqualTo(answers.get(0));
        var others = Concurrently.times(6, () -> index(credential(issue(learner, qualification))));
        assertThat(others).doesNotHaveDuplicates().doesNotContain(answers.get(0));
        // Whose credential nobody has, needs none.
        assertThat(Sql.value(
                        Long.class,
                        "select count(*) from certificate where member_id = ? and status_list is null",
                        learner.id()))
                .isEqualTo(1);
        assertThat(bare).isNotNull();
    }

    @Test
    void a_status_list_is_signed_small_and_kept_by_caches_for_a_while() throws Exception {
        var learner = people.member(town);
        var qualification = qualify(learner);
        var credential = credential(issue(learner, qualification));
        var address = list(credential);
        var answer = given().get(path(address));
        answer.then()
                .statusCode(200)
                .contentType(startsWith("application/vc+jwt"))
                .header("Cache-Control", "public, max-age=300");
        var list = SignedJWT.parse(new String(answer.asByteArray(), StandardCharsets.US_ASCII));
        var keys = JWKSet.parse(given().get("/certificates/keys").asString());
        var key = keys.getKeyByKeyId(list.getHeader().getKeyID()).toRSAKey();
        assertThat(list.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(list.getHeader().getType().getType()).isEqualTo("vc+jwt");
        var claims = list.getJWTClaimsSet();
        assertThat(claims.getStringClaim("id")).isEqualTo(address);
        assertThat(claims.getStringClaim("issuer")).isEqualTo(ADDRESS);
        assertThat(claims.getStringListClaim("type"))
                .containsExactly("VerifiableCredential", "BitstringStatusListCredential");
        assertThat(answer.asByteArray().length).isLessThan(30_000);
        var tag = answer.header("ETag");
        given().header("If-None-Match", tag)
                .get(path(address))
                .then()
                .statusCode(304)
                .header("ETag", tag);
        String id = learner.get("/me/certificates").extract().path("items[0].id");
        learner.delete("/certificates/{id}", id).statusCode(200);
        given().header("If-None-Match", tag)
                .get(path(address))
                .then()
                .statusCode(200)
                .header("ETag", not(tag));
    }

    @Test
    void there_is_no_list_that_nobody_has_a_place_in() {
        for (var number : new String[] {"999999", "1234567", "-1", "one"}) {
            given().get("/certificates/status/" + number).then().statusCode(404);
        }
    }

    @Test
    void when_a_list_is_half_full_the_next_begins() throws Exception {
        var learner = people.member(town);
        var qualification = qualify(learner);
        var list = Integer.parseInt(
                list(credential(issue(learner, qualification))).replace(ADDRESS + "/certificates/status/", ""));
        Sql.run(
                "insert into certificate (id, qualification_id, member_id, link_hash, shows_name, issued_at, status_list, status_index)"
                        + " select gen_random_uuid(), ?, ?, sha256(cast(cast(gen_random_uuid() as text) as bytea)), false, to_timestamp(0), ?, n"
                        + " from generate_series(0, 65535) as n on conflict do nothing",
                qualification,
                learner.id(),
                list);
        assertThat(list(credential(issue(learner, qualification)))).endsWith("/status/" + (list + 1));
        Sql.run("delete from certificate where member_id = ? and issued_at = to_timestamp(0)", learner.id());
    }

    @Test
    void while_the_database_is_away_a_page_says_so_and_when_to_come_again() throws Exception {
        var learner = people.member(town);
        var link = issue(learner, qualify(learner));
        var pages = List.of(path(link), path(link) + "/credential", path(list(credential(link))));
        for (var page : pages) {
            cutOff(() -> given().get(page))
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("type", is("/problems/unavailable"));
            given().get(page).then().statusCode(200);
        }
    }

    /** What is answered to a request whose connection to the database breaks. */
    private static Response cutOff(Supplier<Response> request) throws Exception {
        try (var owner = TestStack.asOwner();
                var other = TestStack.asApplication();
                var cut = other.prepareStatement(CUT)) {
            owner.setAutoCommit(false);
            owner.createStatement().execute("lock table certificate in access exclusive mode");
            for (var tries = 0; tries < 20; tries++) {
                var ended = 0;
                var answer = CompletableFuture.supplyAsync(request);
                while (!answer.isDone()) {
                    try (var row = cut.executeQuery()) {
                        row.next();
                        ended += row.getInt(1);
                    }
                }
                if (ended > 0) return answer.get(); // otherwise the lock timeout was first
            }
            throw new AssertionError("No connection could be cut");
        }
    }

    private static String list(SignedJWT credential) throws Exception {
        return status(credential).get("statusListCredential").toString();
    }

    private static int index(SignedJWT credential) throws Exception {
        return Integer.parseInt(status(credential).get("statusListIndex").toString());
    }

    private static Map<String, Object> status(SignedJWT credential) throws Exception {
        return credential.getJWTClaimsSet().getJSONObjectClaim("credentialStatus");
    }

    /** As a verifier does it: the list that the credential names, and its bit in that. */
    private static boolean isRevoked(SignedJWT credential) throws Exception {
        var answer = given().get(path(list(credential)));
        answer.then().statusCode(200);
        var list = SignedJWT.parse(new String(answer.asByteArray(), StandardCharsets.US_ASCII));
        var subject = list.getJWTClaimsSet().getJSONObjectClaim("credentialSubject");
        assertThat(subject.get("statusPurpose")).isEqualTo("revocation");
        var bits = StatusListTest.decode(subject.get("encodedList").toString());
        return StatusListTest.isSet(bits, index(credential));
    }

    private UUID qualify(Person learner) {
        var course = Lessons.course(people.lead(town), town, Map.of("validMonths", 12), Lessons.reading("one"));
        var enrolment = Lessons.enrol(learner, course, town);
        Lessons.done(learner, enrolment, "one").statusCode(200);
        return Lessons.qualification(learner, enrolment);
    }

    private static String issue(Person holder, UUID qualification) {
        return holder.post("/qualifications/{id}/certificates", Map.of("showName", false), qualification)
                .statusCode(201)
                .extract()
                .path("link");
    }

    private static String path(String address) {
        return address.substring(ADDRESS.length());
    }

    private static SignedJWT credential(String link) throws Exception {
        var answer = given().get(path(link) + "/credential");
        while (answer.statusCode() == 503) answer = given().get(path(link) + "/credential"); // busy means again
        answer.then().statusCode(200);
        return SignedJWT.parse(new String(answer.asByteArray(), StandardCharsets.US_ASCII));
    }
}
