package org.barnstorm.training.certificate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links to the proof of a qualification, and the signed credentials behind them. */
@QuarkusTest
class CertificateResourceTest {
    private static final String ADDRESS = "https://barnstorm.example.org";

    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void whoever_has_the_link_sees_course_date_and_validity() {
        var learner = people.member(town, "Ada Lovelace");
        page(issue(learner, qualify(learner), true))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .body("course", is("Doors 101"))
                .body("group", is(town))
                .body("status", is("VALID"))
                .body("completedAt", notNullValue())
                .body("expiresAt", notNullValue())
                .body("holder", is("Ada Lovelace"));
    }

    @Test
    void the_name_is_nowhere_unless_its_holder_chose_so() throws Exception {
        var learner = people.member(town, "Ada Lovelace");
        var link = issue(learner, qualify(learner), false);
        page(link).then().statusCode(200).body("holder", nullValue()).body(not(containsString("Ada")));
        html(link).then().statusCode(200).body(not(containsString("Ada")));
        assertThat(credential(link).getPayload().toString()).doesNotContain("Ada");
    }

    @Test
    void people_read_it_in_a_browser_and_nothing_in_it_runs() {
        var learner = people.member(town, "<script>alert(1)</script>");
        html(issue(learner, qualify(learner), true))
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("&lt;script&gt;"))
                .body(not(containsString("<script>")));
    }

    @Test
    void the_link_is_told_once_and_only_its_hash_is_kept() {
        var learner = people.member(town);
        var qualification = qualify(learner);
        var link = issue(learner, qualification, false);
        var secret = link.substring(link.lastIndexOf('/') + 1);
        assertThat(secret).hasSize(32);
        learner.get("/me/certificates")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items.link", everyItem(nullValue()))
                .body(not(containsString(secret)));
        var kept =
                Sql.column(String.class, "select cast(c as text) from certificate c where member_id = ?", learner.id());
        assertThat(kept).singleElement().asString().doesNotContain(secret);
        people.lead(town).get("/journal?group=" + town + "&limit=200").body(not(containsString(secret)));
    }

    @Test
    void its_holder_can_end_it() {
        var learner = people.member(town);
        var link = issue(learner, qualify(learner), true);
        String id = learner.get("/me/certificates").extract().path("items[0].id");
        unseen(people.member(town).delete("/certificates/{id}", id));
        learner.delete("/certificates/{id}", id).statusCode(200).body("revokedAt", notNullValue());
        learner.delete("/certificates/{id}", id).statusCode(200);
        page(link).then().statusCode(404).body("type", is("/problems/not-found"));
        given().get(path(link) + "/credential").then().statusCode(404);
    }

    @Test
    void of_a_qualification_that_was_withdrawn_nothing_is_signed() {
        var learner = people.member(town);
        var qualification = qualify(learner);
        var link = issue(learner, qualification, false);
        people.lead(town)
                .post("/qualifications/{id}/withdraw", Map.of("reason", "Was rude."), qualification)
                .statusCode(200);
        page(link).then().statusCode(200).body("status", is("WITHDRAWN")).body(not(containsString("rude")));
        given().get(path(link) + "/credential").then().statusCode(404);
        refused(post(learner, qualification, false), 409, "qualification-over");
    }

    @Test
    void only_its_holder_shows_a_qualification() {
        var learner = people.member(town);
        var qualification = qualify(learner);
        refused(post(people.lead(town), qualification, false), 403, "not-your-qualification");
        unseen(post(people.member(town), qualification, false));
        unseen(post(learner, UUID.randomUUID(), false));
    }

    @Test
    void a_link_that_nobody_made_leads_nowhere() {
        given().get("/certificates/" + "A".repeat(32)).then().statusCode(404);
        given().get("/certificates/short").then().statusCode(404);
        given().get("/certificates/keys/other").then().statusCode(404);
    }

    /** With the published keys alone and another library than the one that signed. */
    @Test
    void a_third_party_verifies_the_credential() throws Exception {
        var learner = people.member(town, "Ada Lovelace");
        var qualification = qualify(learner);
        var credential = credential(issue(learner, qualification, true));
        var keys = JWKSet.parse(given().get("/certificates/keys")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(keys.containsNonPublicKeys()).isFalse();
        assertThat(credential.getHeader().getType()).isEqualTo(JOSEObjectType.JWT);
        assertThat(credential.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        var key = keys.getKeyByKeyId(credential.getHeader().getKeyID());
        assertThat(credential.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        var one = given().get(key.getKeyID().substring(ADDRESS.length()));
        one.then().statusCode(200).body("kid", is(key.getKeyID())).body("d", nullValue());
        var claims = credential.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(ADDRESS);
        assertThat(claims.getJWTID()).isEqualTo(claims.getStringClaim("id"));
        assertThat(claims.getSubject()).isEqualTo("urn:uuid:" + qualification);
        assertThat(claims.getNotBeforeTime().toInstant()).isEqualTo(Instant.parse(claims.getStringClaim("validFrom")));
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(Instant.parse(claims.getStringClaim("validUntil")));
    }

    @Test
    void a_changed_credential_is_found_out() throws Exception {
        var learner = people.member(town, "Ada Lovelace");
        var credential = credential(issue(learner, qualify(learner), true));
        var parts = credential.serialize().split("\\.");
        var other = new String(java.util.Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("Ada", "Eve");
        var forged = parts[0] + "."
                + java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(other.getBytes(StandardCharsets.UTF_8))
                + "." + parts[2];
        var keys = JWKSet.parse(given().get("/certificates/keys").asString());
        var key = keys.getKeys().get(0).toRSAKey();
        assertThat(SignedJWT.parse(forged).verify(new RSASSAVerifier(key))).isFalse();
    }

    @Test
    void the_credential_has_what_open_badges_asks_for() throws Exception {
        var learner = people.member(town, "Ada Lovelace");
        var qualification = qualify(learner);
        var json = new ObjectMapper();
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(json.readTree(getClass().getResourceAsStream("/open-badges-3.0.schema.json")));
        for (var showName : new boolean[] {true, false}) {
            var credential = credential(issue(learner, qualification, showName));
            var findings = schema.validate(json.readTree(credential.getPayload().toString()));
            assertThat(findings).isEmpty();
        }
    }

    private UUID qualify(Person learner) {
        var course = Lessons.course(people.lead(town), town, Map.of("validMonths", 12), Lessons.reading("one"));
        var enrolment = Lessons.enrol(learner, course, town);
        Lessons.done(learner, enrolment, "one").statusCode(200);
        return Lessons.qualification(learner, enrolment);
    }

    private static io.restassured.response.ValidatableResponse post(Person by, UUID qualification, boolean showName) {
        return by.post("/qualifications/{id}/certificates", Map.of("showName", showName), qualification);
    }

    private static String issue(Person holder, UUID qualification, boolean showName) {
        String link =
                post(holder, qualification, showName).statusCode(201).extract().path("link");
        assertThat(link).startsWith(ADDRESS + "/certificates/");
        return link;
    }

    private static String path(String link) {
        return link.substring(ADDRESS.length());
    }

    private static Response page(String link) {
        return given().get(path(link));
    }

    private static Response html(String link) {
        return given().accept("text/html").get(path(link));
    }

    private static SignedJWT credential(String link) throws Exception {
        var answer = given().get(path(link) + "/credential");
        answer.then().statusCode(200).contentType(startsWith("application/vc+jwt"));
        return SignedJWT.parse(new String(answer.asByteArray(), StandardCharsets.US_ASCII));
    }
}
