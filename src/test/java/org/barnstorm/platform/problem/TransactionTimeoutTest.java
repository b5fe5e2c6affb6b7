package org.barnstorm.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.barnstorm.platform.http.AllowedMethods;
import org.junit.jupiter.api.Test;

/** A transaction that takes too long is ended from outside; to a caller, that is a database that is away. */
@QuarkusTest
class TransactionTimeoutTest {
    private static final int SECOND = 1;

    /** As services have it. */
    @ApplicationScoped
    @Transactional
    static class Service {
        @TransactionConfiguration(timeout = SECOND)
        void run(Runnable work) {
            work.run();
        }
    }

    @Inject
    EntityManager database;

    @Inject
    TransactionManager transactions;

    @Inject
    Service service;

    @Inject
    ProblemWriter problems;

    @Inject
    AllowedMethods methods;

    @Test
    void in_the_middle_of_a_statement() {
        isAway(() -> sleep(5));
    }

    @Test
    void before_a_statement() {
        isAway(() -> {
            sleep(0);
            waitForTheEnd();
            sleep(0);
        });
    }

    @Test
    void before_the_first_statement() {
        isAway(() -> {
            waitForTheEnd();
            sleep(0);
        });
    }

    @Test
    void before_the_commit() {
        isAway(() -> {
            sleep(0);
            waitForTheEnd();
        });
    }

    private void isAway(Runnable work) {
        for (var thrown :
                List.of(catchThrowable(() -> service.run(work)), catchThrowable(() -> QuarkusTransaction.requiringNew()
                        .timeout(SECOND)
                        .run(work)))) {
            assertThat(DatabaseRefusals.explain(thrown)).isEmpty();
            assertThat(DatabaseRefusals.isAway(thrown)).as(thrown.toString()).isTrue();
            var answer = new ProblemMappers(problems, methods).anything(thrown);
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeaderString("Retry-After")).isEqualTo("2");
        }
    }

    private void sleep(int seconds) {
        database.createNativeQuery("select pg_sleep(" + seconds + ")").getResultList();
    }

    private void waitForTheEnd() {
        await().atMost(ONE_MINUTE).pollInSameThread().until(() -> status() != Status.STATUS_ACTIVE);
    }

    private int status() throws SystemException {
        return transactions.getStatus();
    }
}
