package org.barnstorm.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.TestStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The common count, and two replicas that give from it at once (T-40). */
@QuarkusTest
class SharedQuotasTest {
    private static final int REQUESTS_OF_EACH = 400;
    private static final int AT_ONCE = 8;

    @Inject
    AgroalDataSource database;

    private final String owner = "test:" + Replicas.somebody();

    @ParameterizedTest
    @CsvSource({"1, 4", "5, 8", "7, 10", "100, 24", "600, 44"})
    void two_replicas_under_parallel_bursts_let_exactly_the_quota_pass_and_ask_seldom(int quota, int mostAsked) {
        var meters = List.of(new SimpleMeterRegistry(), new SimpleMeterRegistry());
        var replicas = meters.stream()
                .map(each -> Replicas.over(database, quota, each))
                .toList();
        var somebody = Replicas.somebody();
        var passed = Concurrently.race(IntStream.range(0, 2 * AT_ONCE)
                .mapToObj(i -> (java.util.concurrent.Callable<Long>) () -> passing(replicas.get(i % 2), somebody))
                .toList());
        assertThat(passed.stream().mapToLong(Long::longValue).sum()).isEqualTo(quota);
        var asked = meters.stream()
                .mapToDouble(each -> each.counter("barnstorm.limits.asked", "limit", "person")
                        .count())
                .sum();
        assertThat(asked).isLessThanOrEqualTo(mostAsked);
    }

    private static long passing(Limiter replica, String somebody) {
        return IntStream.range(0, REQUESTS_OF_EACH)
                .filter(i -> replica.take(Limit.PERSON, somebody).passes())
                .count();
    }

    @Test
    void a_replica_that_dies_takes_what_it_held_with_it_and_nobody_gets_more() {
        var somebody = Replicas.somebody();
        var dying = Replicas.over(database, 100);
        for (var i = 0; i < 3; i++)
            assertThat(dying.take(Limit.PERSON, somebody).passes()).isTrue();
        // it held ten, of which seven are lost
        assertThat(passing(Replicas.over(database, 100), somebody)).isEqualTo(90);
    }

    /** now() is when a transaction began, and whoever waits for the row began before the one who has it. */
    @Test
    void who_began_before_the_window_did_counts_in_it() throws SQLException {
        var quota = Quota.perMinute(5);
        try (var early = database.getConnection()) {
            early.setAutoCommit(false);
            try (var statement = early.createStatement()) {
                statement.execute("select now()");
            }
            assertThat(new SharedQuotas(database).take(owner, quota, 1).common())
                    .isEqualTo(4);
            assertThat(new SharedQuotas(only(early)).take(owner, quota, 1).common())
                    .isEqualTo(3);
            early.rollback();
        }
    }

    private static DataSource only(Connection connection) {
        return (DataSource) Proxy.newProxyInstance(
                SharedQuotasTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> keptOpen(connection));
    }

    private static Connection keptOpen(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                SharedQuotasTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }

    @Test
    void limits_and_owners_are_counted_apart() {
        var replica = Replicas.over(database, 1);
        var name = Replicas.somebody();
        assertThat(replica.take(Limit.PERSON, name).passes()).isTrue();
        assertThat(replica.take(Limit.PERSON, name).passes()).isFalse();
        assertThat(replica.take(Limit.APP, name).passes()).isTrue();
        assertThat(replica.take(Limit.PERSON, Replicas.somebody()).passes()).isTrue();
    }

    @Test
    void portions_are_a_tenth_at_most_and_become_smaller_towards_the_end() {
        var quotas = new SharedQuotas(database);
        var given = new ArrayList<Long>();
        Portion portion;
        do {
            portion = quotas.take(owner, Quota.perMinute(100), Long.MAX_VALUE);
            given.add(portion.given());
            assertThat(portion.reset()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        } while (portion.given() > 0);
        assertThat(given).startsWith(10L, 10L).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(given.stream().mapToLong(Long::longValue).sum()).isEqualTo(100);
        assertThat(portion.common()).isZero();
    }

    @Test
    void after_its_end_a_window_begins_anew_with_the_next_request() throws SQLException {
        var quotas = new SharedQuotas(database);
        var quota = new Quota(1, Duration.ofSeconds(1));
        assertThat(quotas.take(owner, quota, 1).given()).isEqualTo(1);
        assertThat(quotas.take(owner, quota, 1).given()).isZero();
        await().pollInterval(Duration.ofMillis(50))
                .until(() -> quotas.take(owner, quota, 1).given() == 1);
        assertThat(quotas.take(owner, quota, 1).given()).isZero();
    }

    @Test
    void a_quota_that_was_lowered_counts_from_the_next_portion_on() {
        var quotas = new SharedQuotas(database);
        quotas.take(owner, Quota.perMinute(1000), Long.MAX_VALUE);
        var portion = quotas.take(owner, Quota.perMinute(50), Long.MAX_VALUE);
        assertThat(portion.given()).isZero();
        assertThat(portion.common()).isZero();
    }

    /** Otherwise somebody would be shut out for as long as the server's clock was set back. */
    @Test
    void a_window_that_ends_later_than_a_new_one_is_over() throws SQLException {
        var quotas = new SharedQuotas(database);
        quotas.take(owner, Quota.perMinute(1), 1);
        move(owner, "2 hours");
        assertThat(quotas.take(owner, Quota.perMinute(1), 1).given()).isEqualTo(1);
    }

    @Test
    void what_is_over_is_removed_and_what_runs_is_not() throws SQLException {
        var quotas = new SharedQuotas(database);
        var running = owner + "-running";
        quotas.take(owner, Quota.perMinute(1), 1);
        quotas.take(running, Quota.perMinute(1), 1);
        move(owner, "-5 minutes");
        assertThat(quotas.forget()).isPositive();
        assertThat(count(owner)).isZero();
        assertThat(count(running)).isEqualTo(1);
    }

    private static void move(String owner, String by) throws SQLException {
        try (var connection = TestStack.asOwner();
                var statement = connection.prepareStatement(
                        "update rate_window set ends_at = now() + cast(? as interval) where owner = ?")) {
            statement.setString(1, by);
            statement.setString(2, owner);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static int count(String owner) throws SQLException {
        try (var connection = TestStack.asOwner();
                var statement = connection.prepareStatement("select count(*) from rate_window where owner = ?")) {
            statement.setString(1, owner);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
