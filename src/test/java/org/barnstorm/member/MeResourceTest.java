package org.barnstorm.member;

import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.People;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeResourceTest {
    @Inject
    People people;

    final String town = People.freshTown();

    @Test
    void the_first_call_makes_a_member() {
        people.newcomer("Ada Lovelace").get("/me").statusCode(200).body("name", is("Ada Lovelace"));
    }

    @Test
    void a_role_can_be_given() {
        people.with(Role.ORGANISER, town).get("/me/mandates").statusCode(200).body("items[0].role", is("ORGANISER"));
    }
}
