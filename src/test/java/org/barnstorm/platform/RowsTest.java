package org.barnstorm.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TransactionRequiredException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.platform.Rows.Question;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Reading and writing without Hibernate, with and without a transaction. */
@QuarkusTest
class RowsTest {
    @Inject
    Rows rows;

    @Inject
    Session session;

    @Test
    void two_questions_are_answered_in_their_order() {
        var answers = rows.read(
                new Question<>("select n from generate_series(1, ?) as n", List.of(3), row -> row.getInt(1)),
                new Question<>("select cast(? as text) where ?", List.of("none", false), row -> row.getString(1)));
        assertThat(answers.first()).containsExactly(1, 2, 3);
        assertThat(answers.second()).isEmpty();
    }

    @Test
    void arrays_and_moments_arrive_as_they_were_sent() {
        var ids = List.of(UUID.randomUUID(), UUID.randomUUID());
        var noon = Instant.parse("2030-06-01T12:00:00.123456Z");
        var sql = "select id, cast(? as timestamptz), cast(null as timestamptz) from unnest(cast(? as uuid[])) as id";
        var found = rows.read(
                sql,
                statement -> {
                    statement.setObject(1, Rows.moment(noon));
                    statement.setString(2, Rows.array(ids));
                },
                row -> {
                    assertThat(Rows.moment(row, 2)).isEqualTo(noon);
                    assertThat(Rows.moment(row, 3)).isNull();
                    return row.getObject(1, UUID.class);
                });
        assertThat(found).isEqualTo(ids);
    }

    @Test
    void within_a_transaction_one_reads_in_it() {
        var here = "select set_config('barnstorm.test', 'here', true)";
        var read = "select current_setting('barnstorm.test', true)";
        var seen = QuarkusTransaction.requiringNew().call(() -> {
            rows.lock(session, here, statement -> {}, row -> row.getString(1));
            return rows.read(read, statement -> {}, row -> row.getString(1)).get(0);
        });
        assertThat(seen).isEqualTo("here");
    }

    @Test
    void nothing_is_written_or_locked_without_a_transaction() {
        assertThatThrownBy(() -> rows.write(session, "select 1", statement -> {}))
                .isInstanceOf(TransactionRequiredException.class);
        assertThatThrownBy(() -> rows.lock(session, "select 1", statement -> {}, row -> row.getInt(1)))
                .isInstanceOf(TransactionRequiredException.class);
    }

    @Test
    void what_postgresql_refuses_is_a_persistence_exception() {
        assertThatThrownBy(() -> rows.read("select 1 / 0", statement -> {}, row -> row.getInt(1)))
                .isInstanceOf(PersistenceException.class)
                .hasRootCauseMessage("ERROR: division by zero");
    }
}
