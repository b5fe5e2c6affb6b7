package org.barnstorm.access;

import static org.barnstorm.testing.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.junit.jupiter.api.Test;

/**
 * What was begun with a token that is good for a while ends when its holder is stopped (T-48). That every operation is shut at
 * the very next request is in {@link AccessMatrixTest}: its states befall people whose tokens were signed before.
 */
@QuarkusTest
class LiveTokenTest {
    @Inject
    People people;

    @Test
    void T_48_a_list_that_was_begun_before_goes_no_further() {
        var scene = new Scene(people);
        var infiltrator = scene.newcomer();
        infiltrator.put("/groups/{path}/membership", scene.town).statusCode(200);
        people.appoint(infiltrator, Role.LEAD, scene.town);
        var token = infiltrator.token();
        String next = Person.withToken(token)
                .get("/journal?limit=1&group=" + scene.town)
                .then()
                .statusCode(200)
                .extract()
                .path("next");
        scene.suspended(infiltrator, scene.keeper());
        var further = Person.withToken(token).get("/journal?limit=1&group=" + scene.town + "&cursor={next}", next);
        refused(further, 403, "no-mandate");
    }
}
