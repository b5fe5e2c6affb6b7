package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Budget;
import org.hibernate.Session;

/** What is used of daily budgets. Days are those of UTC, by the database's clock, which all replicas share. */
@ApplicationScoped
class BudgetRepository {
    private static final String TODAY = "cast(now() at time zone 'utc' as date)";

    /** Waits for other requests of the same person; changes no row when it would be too much. */
    private static final String SPEND = """
            insert into daily_budget as b (member_id, day, budget, used)
            select :member, %1$s, :budget, :amount where :amount <= :most
            on conflict (member_id, day, budget) do update set used = b.used + excluded.used
            where b.used + excluded.used <= :most
            """.formatted(TODAY);

    private static final String LOCK = """
            insert into daily_budget as b (member_id, day, budget, used)
            values (:member, %1$s, :budget, 0)
            on conflict (member_id, day, budget) do update set used = b.used
            returning used
            """.formatted(TODAY);

    private static final String USED = """
            select budget, used from daily_budget where member_id = :member and day = %1$s
            """.formatted(TODAY);

    private static final String REFILL = """
            select day.refill, cast(ceil(extract(epoch from day.refill - now())) as integer) as seconds
            from (select cast(%1$s + 1 as timestamp) at time zone 'utc' as refill) day
            """.formatted(TODAY);

    private static final String UNSEEN = """
            select person.id from unnest(:people) with ordinality as person (id, n)
            where not exists (
                select 1 from person_look l
                where l.member_id = :member and l.day = %1$s and l.person_id = person.id)
            order by person.n
            """.formatted(TODAY);

    private static final String SEE = """
            insert into person_look (member_id, day, person_id)
            select :member, %1$s, person.id from unnest(:people) with ordinality as person (id, n)
            where not exists (
                select 1 from person_look l
                where l.member_id = :member and l.day = %1$s and l.person_id = person.id)
            order by person.n
            limit :most
            """.formatted(TODAY);

    private static final List<String> FORGET =
            List.of("delete from person_look where day < " + TODAY, "delete from daily_budget where day < " + TODAY);

    /** When the day is over, and how long that takes. */
    record Refill(Instant at, Duration in) {}

    private final Session database;

    BudgetRepository(Session database) {
        this.database = database;
    }

    /** Whether there was enough left. */
    boolean spend(UUID memberId, Budget budget, int amount, int most) {
        return database.createNativeMutationQuery(SPEND)
                        .setParameter("member", memberId)
                        .setParameter("budget", budget.name())
                        .setParameter("amount", amount)
                        .setParameter("most", most)
                        .executeUpdate()
                > 0;
    }

    /** How much is used, and will be until the transaction ends: other requests of the same person wait. */
    int lock(UUID memberId, Budget budget) {
        return database.createNativeQuery(LOCK, Integer.class)
                .addScalar("used", Integer.class)
                .setParameter("member", memberId)
                .setParameter("budget", budget.name())
                .getSingleResult();
    }

    Map<Budget, Integer> used(UUID memberId) {
        var used = new EnumMap<Budget, Integer>(Budget.class);
        database.createNativeQuery(USED, Tuple.class)
                .setParameter("member", memberId)
                .getResultStream()
                .forEach(row ->
                        used.put(Budget.valueOf(row.get("budget", String.class)), row.get("used", Integer.class)));
        return used;
    }

    Refill refill() {
        var row = database.createNativeQuery(REFILL, Tuple.class)
                .addScalar("refill", Instant.class)
                .addScalar("seconds", Integer.class)
                .getSingleResult();
        return new Refill(row.get("refill", Instant.class), Duration.ofSeconds(row.get("seconds", Integer.class)));
    }

    /** Those of these people whom somebody has not looked at today, in this order. */
    List<UUID> unseen(UUID memberId, Collection<UUID> people) {
        return database.createNativeQuery(UNSEEN, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("member", memberId)
                .setParameter("people", people.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    /**
     * Sees the first of these people who are new today. The caller holds the lock, so that nobody is seen twice.
     *
     * @param most so many new ones
     * @return how many it was
     */
    int see(UUID memberId, Collection<UUID> people, int most) {
        return database.createNativeMutationQuery(SEE)
                .setParameter("member", memberId)
                .setParameter("people", people.toArray(UUID[]::new), UUID[].class)
                .setParameter("most", most)
                .executeUpdate();
    }

    /** Forgets the days before; returns how many rows that were. */
    int forget() {
        return FORGET.stream()
                .mapToInt(statement ->
                        database.createNativeMutationQuery(statement).executeUpdate())
                .sum();
    }
}
