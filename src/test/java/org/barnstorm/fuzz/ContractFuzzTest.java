package org.barnstorm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.barnstorm.access.Openings;
import org.barnstorm.testing.Contract;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the contract, asked well, nearly well and badly, by everybody and by nobody (T-27 to T-33, T-36 to
 * T-38): no failure, and no answer that {@code openapi.yaml} does not have. {@code -Dfuzz.requests=50000} is the full form,
 * {@code -Dfuzz.seed=…} makes other requests.
 */
@QuarkusTest
class ContractFuzzTest {
    private static final int SHORT_FORM = 2_000;
    private static final long SEED = 20_261_123;

    @Inject
    People people;

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void every_answer_to_whatever_request_is_one_of_the_contract() {
        var seed = Long.getLong("fuzz.seed", SEED);
        var contract = Contract.committed();
        var known = new Known();
        var supply = new Supply(() -> new Openings(people), known);
        var shots = new Shots(contract, known, supply, seed);
        var gun = new Gun(RestAssured.port, Person.API);
        var tally = new Fuzz(shots, supply, known, gun).run(Integer.getInteger("fuzz.requests", SHORT_FORM));
        Log.infof("Fuzz with seed %d in %d towns: %s", seed, supply.built(), tally);
        assertThat(tally.findings()).as("seed %d: %s", seed, tally).isEmpty();
        // Otherwise it is about tokens and nothing else.
        assertThat(tally.done()).isGreaterThan(contract.operations().size() / 2);
    }
}
