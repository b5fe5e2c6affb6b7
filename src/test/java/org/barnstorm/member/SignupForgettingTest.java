package org.barnstorm.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.junit.jupiter.api.Test;

/** Addresses of people who did not come are forgotten, and those of others are not. */
@QuarkusTest
class SignupForgettingTest {
    @Inject
    People people;

    @Inject
    Signups signups;

    private final String town = People.freshTown();

    @Test
    void after_180_days_the_hash_is_gone_and_the_signup_stays() {
        var program = Integrators.integration(people, town, "members:write");
        var old = signUp(program, "old");
        var fresh = signUp(program, "fresh");
        Sql.run(
                "update signup set created_at = now() - interval '200 days', modified_at = now() - interval '181 days'"
                        + " where id = ?",
                old);
        assertThat(signups.forget()).isPositive();
        assertThat(hashes(old)).isZero();
        assertThat(hashes(fresh)).isOne();
        assertThat(signUp(program, "old")).isNotEqualTo(old);
        assertThat(signUp(program, "fresh")).isEqualTo(fresh);
        Invariants.hold();
    }

    private UUID signUp(Person program, String who) {
        var email = Map.of("address", who + "." + town + "@example.org");
        String identifier = program.post("/osdi/v1/people", Map.of("person", Map.of("email_addresses", List.of(email))))
                .statusCode(200)
                .extract()
                .path("identifiers[0]");
        return UUID.fromString(identifier.replace("barnstorm:", ""));
    }

    private static long hashes(UUID id) {
        return Sql.value(Long.class, "select count(*) from signup where id = ? and email_hash is not null", id);
    }
}
