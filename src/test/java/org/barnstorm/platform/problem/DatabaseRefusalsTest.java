package org.barnstorm.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseRefusalsTest {
    /** As frameworks hand it on. */
    private static Throwable wrapped(Throwable cause) {
        return new RuntimeException(new IllegalStateException("commit failed", cause));
    }

    @ParameterizedTest
    @CsvSource({
        "55P03, BUSY, busy",
        "40P01, BUSY, busy",
        "40001, BUSY, busy",
        "23P01, BUSY, busy",
        "23505, CONFLICT, already-exists"
    })
    void what_another_request_caused_is_a_refusal(String state, Refusal.Kind kind, String code) {
        var refusal =
                DatabaseRefusals.explain(wrapped(new SQLException("x", state))).orElseThrow();
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.code()).isEqualTo(code);
    }

    @Test
    void a_stale_version_at_commit_is_a_failed_precondition() {
        assertThat(DatabaseRefusals.explain(wrapped(new OptimisticLockException())))
                .map(Refusal::kind)
                .contains(Refusal.Kind.PRECONDITION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "08P01", "53300", "53100", "57P01", "57P02", "57P03", "57014", "25P03"})
    void a_database_that_is_away_or_overwhelmed_is_503(String state) {
        var e = wrapped(new SQLException("x", state));
        assertThat(DatabaseRefusals.explain(e)).isEmpty();
        assertThat(DatabaseRefusals.isAway(e)).isTrue();
    }

    /** The connection was cut while the transaction was being committed (T-06). */
    @Test
    void so_is_a_commit_that_got_no_answer() {
        var commit = new javax.transaction.xa.XAException("Error trying to commit");
        commit.initCause(new SQLException("terminating connection due to administrator command", "57P01"));
        var e = new jakarta.transaction.RollbackException("Could not commit transaction.");
        e.addSuppressed(commit);
        assertThat(DatabaseRefusals.isAway(wrapped(e))).isTrue();
    }

    /** What it looks like when it happens: {@link TransactionTimeoutTest}. */
    @Test
    void so_is_a_transaction_whose_time_was_over_but_no_other_that_was_rolled_back() {
        var ended =
                new jakarta.transaction.RollbackException("ARJUNA016102: The transaction is not active! Uid is 0:d");
        assertThat(DatabaseRefusals.isAway(wrapped(ended))).isTrue();
        var other = new jakarta.transaction.RollbackException("ARJUNA016053: Could not commit transaction.");
        assertThat(DatabaseRefusals.isAway(wrapped(other))).isFalse();
        assertThat(DatabaseRefusals.isAway(wrapped(new jakarta.transaction.RollbackException())))
                .isFalse();
    }

    @Test
    void so_is_a_pool_with_nothing_left() {
        assertThat(DatabaseRefusals.isAway(wrapped(new SQLTimeoutException("no connection"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "42703", "23514", "22021", "42501"})
    void our_own_mistakes_are_neither(String state) {
        var e = wrapped(new SQLException("x", state));
        assertThat(DatabaseRefusals.explain(e)).isEmpty();
        assertThat(DatabaseRefusals.isAway(e)).isFalse();
    }

    @Test
    void what_has_nothing_to_do_with_the_database_is_neither() {
        assertThat(DatabaseRefusals.explain(new IllegalStateException())).isEmpty();
        assertThat(DatabaseRefusals.isAway(new IllegalStateException())).isFalse();
    }

    @Test
    void causes_that_turn_in_a_circle_end() {
        var first = new RuntimeException();
        first.initCause(new RuntimeException(first));
        assertThat(DatabaseRefusals.isAway(first)).isFalse();
    }
}
