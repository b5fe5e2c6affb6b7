package org.barnstorm.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.InFlight;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.junit.jupiter.api.Test;

/** What is known of a group that becomes part of another while somebody looks. */
@QuarkusTest
class RegroupingTest {
    private static final String MERGE = "update local_group set merged_into = ?, merged_at = now() where id = ?";

    @Inject
    People people;

    @Inject
    GroupRepository groups;

    @Inject
    Regrouping regrouping;

    private final String town = People.freshTown();
    private final String beside = town + "x";

    @Test
    void whether_it_is_merged_is_asked_of_the_database_also_when_it_has_been_read_before() {
        var from = grown(town);
        var into = grown(beside);
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(groups.findById(from).mergedInto()).isNull();
            Sql.run(MERGE, into, from); // another transaction
            assertThat(regrouping.isMerged(from)).isTrue();
            assertThat(regrouping.isMerged(into)).isFalse();
        });
        Invariants.hold();
    }

    @Test
    void no_group_is_made_below_one_that_is_just_being_merged() {
        var from = grown(town);
        var into = grown(beside);
        var below = Map.of("path", town + ".below", "name", "Below");
        try (var merging = InFlight.with(MERGE, into, from)) {
            refused(people.lead(town).post("/groups", below), 409, "busy");
            refused(people.admin().post("/groups", below), 409, "busy");
            merging.commit();
        }
        refused(people.lead(town).post("/groups", below), 409, "group-merged");
        refused(people.admin().post("/groups", below), 409, "group-merged");
    }

    private UUID grown(String path) {
        people.grow(path);
        return Sql.value(UUID.class, "select id from local_group where path = ?", path);
    }
}
