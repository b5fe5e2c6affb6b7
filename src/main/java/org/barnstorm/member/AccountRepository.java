package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.SignIn;
import org.barnstorm.platform.Rows;

/** Who an account belongs to. Every request asks this before anything else. */
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

    private final Rows rows;

    AccountRepository(Rows rows) {
        this.rows = rows;
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

    private List<Account> read(String query, Rows.Parameters parameters) {
        return rows.read(
                query,
                parameters,
                row -> new Account(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getBoolean(3),
                        row.getBoolean(4)));
    }
}
