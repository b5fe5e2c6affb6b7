package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.barnstorm.authority.SignIn;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Who an account belongs to. Every request asks this before anything else, so it costs neither a transaction nor a
 * Hibernate session of its own (docs/performance.md); within a transaction it reads in that.
 */
@ApplicationScoped
class AccountRepository {
    private static final String BELONGS = """
            left join lateral (
                select m.group_id, false as suspended, false as below from membership m
                where m.member_id = i.member_id and m.status = 'ACTIVE'
                union all
                select x.group_id, true, x.below from suspension_in_force x
                where x.member_id = i.member_id
            ) s on true
            """;

    private static final String FIND = """
            select i.member_id, s.group_id, s.suspended, s.below
            from identity i
            """ + BELONGS + """
            where i.issuer_key = ? and i.subject = ?
            """;

    private static final String OF = """
            select i.member_id, s.group_id, s.suspended, s.below
            from (select id as member_id from member where id = ?) i
            """ + BELONGS;

    /**
     * One row for each active membership of an account, and for each group in which they are suspended; one without a group
     * when there is neither.
     *
     * @param below suspended in every group below it as well
     */
    record Account(UUID memberId, UUID groupId, boolean suspended, boolean below) {
        boolean isMembership() {
            return groupId != null && !suspended;
        }
    }

    private final DataSource database;
    private final StatementInspector inspector;

    /** @param sessions whose statement inspector sees this statement too, so that counts are complete */
    AccountRepository(DataSource database, SessionFactory sessions) {
        this.database = database;
        var inspecting = sessions.unwrap(SessionFactoryImplementor.class)
                .getSessionFactoryOptions()
                .getStatementInspector();
        this.inspector = inspecting == null ? sql -> sql : inspecting;
    }

    List<Account> find(SignIn who) {
        return read(FIND, statement -> {
            statement.setString(1, who.issuerKey());
            statement.setString(2, who.subject());
        });
    }

    /** The same of a member who is known already. */
    List<Account> of(UUID memberId) {
        return read(OF, statement -> statement.setObject(1, memberId));
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private List<Account> read(String query, Parameters parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(inspector.inspect(query))) {
            parameters.set(statement);
            try (var rows = statement.executeQuery()) {
                var accounts = new ArrayList<Account>();
                while (rows.next()) {
                    accounts.add(new Account(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            rows.getBoolean(3),
                            rows.getBoolean(4)));
                }
                return accounts;
            }
        } catch (SQLException e) {
            throw new PersistenceException("The caller cannot be read", e);
        }
    }
}
