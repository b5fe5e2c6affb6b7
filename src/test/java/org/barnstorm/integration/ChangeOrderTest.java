package org.barnstorm.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed over a moment at which transaction ids grew by a digit; {@link JournalOrderTest} has the same for the journal. */
@QuarkusTest
class ChangeOrderTest {
    private static final String PLANT = """
            insert into journal (id, type, subject_type, subject_id, seq, horizon, group_id, group_path, request_id, data)
            select gen_random_uuid(), 'probe.changed', 'probe', ?, ?, cast(? as xid8), g.id, g.path, 'planted', '{}'
            from local_group g where g.path = ?
            """;

    @Inject
    People people;

    private final String town = People.freshTown();
    private final UUID subject = UUID.randomUUID();

    @BeforeEach
    void plant() {
        people.grow(town);
        var number = 0L;
        for (var horizon : List.of("8", "9", "10", "11", "99", "100")) Sql.run(PLANT, subject, ++number, horizon, town);
    }

    @AfterEach
    void remove() {
        Sql.run("delete from journal where subject_id = ?", subject);
    }

    @Test
    void the_feed_goes_by_numbers() {
        var read = new ArrayList<Integer>();
        var lead = people.with(LEAD, town);
        String since = null;
        while (read.size() < 6) {
            var request = lead.request();
            if (since != null) request.queryParam("since", since);
            var answer = request.get("/changes?types=probe&limit=1&group=" + town)
                    .then()
                    .statusCode(200)
                    .extract();
            read.addAll(answer.path("items.sequence"));
            since = answer.path("next");
        }
        assertThat(read).containsExactly(1, 2, 3, 4, 5, 6);
    }
}
