package org.barnstorm.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.barnstorm.authority.SignIn;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Queries over members, their accounts and their personal data. */
@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<Member, UUID> {
    private static final String ACCOUNT = """
            select i.member_id, s.group_id
            from identity i
            left join membership s on s.member_id = i.member_id and s.status = 'ACTIVE'
            where i.issuer_key = ? and i.subject = ?
            """;

    private final DataSource database;
    private final StatementInspector inspector;

    /** @param sessions whose statement inspector sees this class's own statement too, so that counts are complete */
    MemberRepository(DataSource database, SessionFactory sessions) {
        this.database = database;
        var given = sessions.unwrap(SessionFactoryImplementor.class)
                .getSessionFactoryOptions()
                .getStatementInspector();
        this.inspector = given == null ? sql -> sql : given;
    }

    /** One row for each active membership of an account; one without a group for a member of none. */
    record Account(UUID memberId, UUID groupId) {}

    /** What lists show of a person. */
    record Named(UUID memberId, String name) {}

    /**
     * Asked by every request before anything else, so without the cost of a transaction or a session of its own
     * (docs/performance.md). Within a transaction it reads in that.
     */
    List<Account> findAccount(SignIn who) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(inspector.inspect(ACCOUNT))) {
            statement.setString(1, who.issuerKey());
            statement.setString(2, who.subject());
            try (var rows = statement.executeQuery()) {
                var accounts = new ArrayList<Account>();
                while (rows.next()) {
                    accounts.add(new Account(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
                }
                return accounts;
            }
        } catch (SQLException e) {
            throw new PersistenceException("The caller cannot be read", e);
        }
    }

    /**
     * Makes concurrent first calls of one account wait for each other until the transaction ends: longer than anything
     * else does, because an app that opens with ten requests would otherwise have some of its first ones refused.
     */
    void lockAccount(SignIn who) {
        getSession()
                .createNativeQuery("select set_config('lock_timeout', '3s', true) as value", String.class)
                .addScalar("value", String.class)
                .getSingleResult();
        getSession()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:account, 0)) as text) as locked",
                        String.class)
                .addScalar("locked", String.class)
                .setParameter("account", who.issuerKey() + ' ' + who.subject())
                .getSingleResult();
    }

    void persistNew(UUID id, SignIn who, Instant now) {
        persist(new Member(id, now));
        getSession().persist(new Person(id, who));
        flush();
        getSession()
                .createNativeMutationQuery(
                        "insert into identity (issuer_key, subject, member_id) values (:issuer, :subject, :member)")
                .setParameter("issuer", who.issuerKey())
                .setParameter("subject", who.subject())
                .setParameter("member", id)
                .executeUpdate();
    }

    Person person(UUID memberId) {
        return getSession().find(Person.class, memberId);
    }

    List<Named> names(Collection<UUID> ids) {
        return getSession()
                .createQuery("select memberId, name from Person where memberId in ?1", Named.class)
                .setParameter(1, ids)
                .getResultList();
    }
}
