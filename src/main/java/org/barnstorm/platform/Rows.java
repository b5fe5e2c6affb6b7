package org.barnstorm.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TransactionRequiredException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Reads and writes rows by JDBC: what nearly every request asks costs neither a Hibernate session nor a transaction of its
 * own (docs/performance.md). Within a transaction it takes part in that, but does not see what Hibernate has yet to write.
 */
@ApplicationScoped
public class Rows {
    /** Gives a statement its parameters. */
    public interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Makes something of a row. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** A statement, its parameters, none of which is null, and what a row of the answer means. */
    public record Question<T>(String sql, List<Object> parameters, Row<T> row) {}

    /** What two questions were answered with. */
    public record Answers<A, B>(List<A> first, List<B> second) {}

    private final DataSource database;
    private final StatementInspector inspector;

    /** @param sessions whose statement inspector sees these statements too, so that counts are complete */
    Rows(DataSource database, SessionFactory sessions) {
        this.database = database;
        var inspecting = sessions.unwrap(SessionFactoryImplementor.class)
                .getSessionFactoryOptions()
                .getStatementInspector();
        this.inspector = inspecting == null ? sql -> sql : inspecting;
    }

    public <T> List<T> read(String sql, Parameters parameters, Row<T> row) {
        try (var connection = database.getConnection()) {
            return read(connection, sql, parameters, row);
        } catch (SQLException e) {
            throw new PersistenceException("The rows cannot be read", e);
        }
    }

    private <T> List<T> read(Connection connection, String sql, Parameters parameters, Row<T> row) throws SQLException {
        try (var statement = connection.prepareStatement(inspector.inspect(sql))) {
            parameters.set(statement);
            statement.execute();
            return answer(statement, row);
        }
    }

    /** The same for two questions at once, in one journey to the database: of features that know nothing of each other. */
    public <A, B> Answers<A, B> read(Question<A> first, Question<B> second) {
        var both = first.sql() + ";\n" + second.sql();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(inspector.inspect(both))) {
            var position = 1;
            for (var parameter : first.parameters()) statement.setObject(position++, parameter);
            for (var parameter : second.parameters()) statement.setObject(position++, parameter);
            statement.execute();
            var answer = answer(statement, first.row());
            statement.getMoreResults();
            return new Answers<>(answer, answer(statement, second.row()));
        } catch (SQLException e) {
            throw new PersistenceException("The rows cannot be read", e);
        }
    }

    private static <T> List<T> answer(PreparedStatement statement, Row<T> row) throws SQLException {
        try (var rows = statement.getResultSet()) {
            var read = new ArrayList<T>();
            while (rows.next()) read.add(row.of(rows));
            return read;
        }
    }

    /** Reads rows that it also locks, in the session's transaction, after what Hibernate has yet to write. */
    public <T> List<T> lock(Session session, String sql, Parameters parameters, Row<T> row) {
        session.flush();
        return session.doReturningWork(connection -> {
            requireTransaction(connection);
            return read(connection, sql, parameters, row);
        });
    }

    /** Runs a statement that changes rows which Hibernate does not know, in the session's transaction. */
    public void write(Session session, String sql, Parameters parameters) {
        session.doWork(connection -> {
            requireTransaction(connection);
            try (var statement = connection.prepareStatement(inspector.inspect(sql))) {
                parameters.set(statement);
                statement.executeUpdate();
            }
        });
    }

    /** The connection is asked, because a transaction that took too long may have been ended a moment ago by another thread. */
    private static void requireTransaction(Connection connection) throws SQLException {
        if (connection.getAutoCommit())
            throw new TransactionRequiredException("Nothing is locked or written without one");
    }

    /** Ids, numbers or truth values as PostgreSQL writes an array, for {@code cast(? as uuid[])}; empty for none. */
    public static String array(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** A moment as JDBC takes it. */
    public static OffsetDateTime moment(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** The moment in a column; null for none. */
    public static Instant moment(ResultSet row, int column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
