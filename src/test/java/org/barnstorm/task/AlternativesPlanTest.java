package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.StringJoiner;
import org.barnstorm.testing.TestStack;
import org.junit.jupiter.api.Test;

/** What a refused claim costs: the database reads the first few tasks of an index, however many the group has. */
@QuarkusTest
class AlternativesPlanTest {
    private static final String NOBODY = "'00000000-0000-0000-0000-000000000000'::uuid";
    private static final String QUERY = TaskRepository.ALTERNATIVES.replaceAll(":(group|task|member)", NOBODY);

    /** With little data the planner would rather sort; whether there is an order to read is asked by forbidding that. */
    @Test
    void alternatives_are_read_in_the_order_of_an_index_and_not_sorted() throws SQLException {
        try (var connection = TestStack.asOwner();
                var statement = connection.createStatement()) {
            statement.execute("set enable_sort = off");
            statement.execute("set enable_seqscan = off");
            var plan = new StringJoiner("\n");
            try (var lines = statement.executeQuery("explain " + QUERY)) {
                while (lines.next()) plan.add(lines.getString(1));
            }
            assertThat(plan.toString()).contains("task_alternatives_idx").doesNotContain("Sort");
        }
    }
}
