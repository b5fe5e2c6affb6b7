package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of several mandates that allow an act, it is done by the one that reaches furthest up. */
@QuarkusTest
class HighestMandateTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void it_does_not_matter_which_one_they_got_first(boolean highestFirst) {
        var movement = town.split("\\.")[0];
        var quarter = town + ".quarter";
        people.grow(quarter);
        var groups = new ArrayList<>(List.of(movement, town, quarter));
        if (!highestFirst) Collections.reverse(groups);
        var ada = people.newcomer();
        var offices = new HashMap<String, String>();
        for (var group : groups) offices.put(group, people.appoint(ada, LEAD, group));
        var ended = people.appoint(people.newcomer(), ORGANISER, quarter);
        Offices.revoke(ada, ended).statusCode(200);
        assertThat(under(ended, "mandate.revoked")).hasToString(offices.get(movement));
        // What somebody decides who reaches further, nobody below takes back.
        var local = people.with(LEAD, town);
        refused(local.act("/mandates/{id}/restore", ended), 403, "ended-above");
        ada.act("/mandates/{id}/restore", ended).statusCode(200);
        assertThat(under(ended, "mandate.restored")).hasToString(offices.get(movement));
    }

    private static UUID under(String mandate, String type) {
        return Sql.value(
                UUID.class,
                "select mandate_id from journal where subject_id = ? and type = ?",
                UUID.fromString(mandate),
                type);
    }
}
