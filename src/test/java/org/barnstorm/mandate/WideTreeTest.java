package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.mandate.Offices.grant;
import static org.barnstorm.mandate.Offices.keeper;
import static org.barnstorm.mandate.Offices.revoke;
import static org.barnstorm.mandate.Offices.rows;
import static org.barnstorm.testing.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** A large tree of grants is dead at once, and its books are closed in pieces that keep nobody waiting. */
@QuarkusTest
class WideTreeTest {
    private static final int WIDE = 205;

    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void a_large_tree_ends_in_pieces_and_comes_back_whole() {
        var ada = people.newcomer();
        var office = people.appoint(ada, LEAD, town);
        var ben = people.newcomer();
        ben.id();
        for (var i = 0; i < WIDE; i++) grant(ada, ben, ORGANISER, town, "DELEGATED");
        var task = Work.open(ben, town, 1);
        var before = rows(town);
        revoke(people.lead(town), office).statusCode(200);
        refused(ben.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        assertThat(keeper(task)).isEqualTo(people.lead(town).id());
        assertThat(Sql.value(Long.class, TRANSACTIONS, UUID.fromString(office))).isEqualTo(2);
        people.lead(town).act("/mandates/{id}/restore", office).statusCode(200);
        assertThat(rows(town)).isEqualTo(before);
        Invariants.hold();
    }

    private static final String TRANSACTIONS = """
            select count(distinct j.xid::text) from journal j
            join mandate_ending_item i on i.mandate_id = j.subject_id join mandate_ending e on e.id = i.ending_id
            where e.mandate_id = ? and j.type = 'mandate.revoked'
            """;

    @Test
    void batches_have_everything_once_and_in_order() {
        var all = IntStream.range(0, 401).boxed().toList();
        var batches = Batches.of(all);
        assertThat(batches).extracting(List::size).containsExactly(200, 200, 1);
        assertThat(batches.stream().flatMap(List::stream)).containsExactlyElementsOf(all);
        assertThat(Batches.of(List.of())).isEmpty();
    }
}
