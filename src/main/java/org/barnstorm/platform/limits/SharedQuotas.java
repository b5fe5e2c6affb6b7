package org.barnstorm.platform.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The count that all replicas share: a row for each owner, changed by one statement that is its own transaction. Windows go by
 * the database's clock. Each gets a tenth of the quota at most, and towards the end of it less and less, so that what one
 * replica has taken ahead is not missing at another.
 */
@ApplicationScoped
class SharedQuotas {
    /**
     * The first of a window begins it. A window that ends later than a new one would is of a clock that was set back, unless it
     * is only by as much as this statement may have waited for another that began after it: now() is from before the wait.
     */
    private static final String TAKE = """
            insert into rate_window as mine (owner, spent, given, ends_at)
            values (?, ?, ?, now() + make_interval(secs => ?))
            on conflict (owner) do update set (spent, given, ends_at) = (
                select present.spent + part.given, part.given, present.ends_at
                from (select mine.ends_at > now() and mine.ends_at <= excluded.ends_at + interval '5 seconds') this (goes_on),
                     lateral (select case when this.goes_on then mine.spent else 0 end,
                                     case when this.goes_on then mine.ends_at else excluded.ends_at end)
                         present (spent, ends_at),
                     lateral (select ? - present.spent) free (requests),
                     lateral (select greatest(0, least(
                         excluded.given, greatest(1, free.requests / 4), free.requests))) part (given))
            returning spent, given, extract(epoch from ends_at - now())
            """;

    private static final String FORGET = """
            delete from rate_window where owner in (
                select owner from rate_window where ends_at < now() - interval '1 minute' for update skip locked)
            """;

    private final DataSource database;

    SharedQuotas(DataSource database) {
        this.database = database;
    }

    /** Takes a portion, at most so many requests, from what is left. */
    Portion take(String owner, Quota quota, long most) {
        var portion = Math.min(most, quota.portion());
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, owner);
            statement.setLong(2, portion);
            statement.setLong(3, portion);
            statement.setDouble(4, quota.window().toSeconds());
            statement.setLong(5, quota.requests());
            return taken(statement, quota);
        } catch (SQLException e) {
            throw new IllegalStateException("The count of requests cannot be reached", e);
        }
    }

    private static Portion taken(PreparedStatement statement, Quota quota) throws SQLException {
        try (var row = statement.executeQuery()) {
            row.next();
            var common = Math.max(0, quota.requests() - row.getLong(1));
            var reset = Duration.ofNanos((long) (row.getDouble(3) * 1e9));
            return new Portion(quota, row.getLong(2), common, reset);
        }
    }

    /** Removes windows that are over; answers how many. */
    int forget() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FORGET)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The count of requests cannot be reached", e);
        }
    }
}
