package org.barnstorm.member;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.journal.Journal;

/** Who somebody is, where they belong, and what they did. */
@ApplicationScoped
class MemberPersonalData implements PersonalData {
    private static final String PROFILE = """
            select p.name, p.email, p.email_verified, p.phone, p.language, p.latitude, p.longitude, m.created_at
            from person p join member m on m.id = p.member_id where p.member_id = ?
            """;

    private static final String ACCOUNTS =
            "select issuer_key, subject, created_at from identity where member_id = ? order by created_at, subject";

    private static final String MEMBERSHIPS = """
            select id, group_id, status, since, ended_at, end_reason, suspension_id
            from membership where member_id = ? order by id
            """;

    /** Of whom it was brought in a file only their own, verified address says that it is they. */
    private static final String BROUGHT = """
            select c.id, c.group_id, c.email, c.phone, c.first_name, c.last_name, c.external_id, c.brought_at, c.expires_at
            from contact c join person p on p.email_verified and lower(btrim(p.email)) = c.email
            where p.member_id = ? order by c.id
            """;

    private static final String SIGNUPS =
            "select id, group_id, created_at, modified_at from signup where member_id = ? order by id";

    private static final String SUSPENSIONS = """
            select id, group_id, reason, suspended_by, suspended_at, until, lifted_at, lifted_by
            from suspension where member_id = ? order by id
            """;

    private final PersonalRows rows;
    private final Journal journal;
    private final ObjectMapper json;

    MemberPersonalData(PersonalRows rows, Journal journal, ObjectMapper json) {
        this.rows = rows;
        this.journal = journal;
        this.json = json;
    }

    @Override
    public List<Holding> holdings() {
        return List.of(
                rows.holding("profile", PROFILE, "person.member_id"),
                rows.holding("accounts", ACCOUNTS, "identity.member_id"),
                rows.holding("memberships", MEMBERSHIPS, "membership.member_id"),
                rows.holding("broughtIn", BROUGHT),
                rows.holding("signups", SIGNUPS, "signup.member_id"),
                rows.holding("suspensions", SUSPENSIONS, "suspension.member_id"),
                new Holding("journal", Set.of(), this::journal));
    }

    @Override
    public Map<String, String> leftOut() {
        return PersonalData.acts("signup.created_by", "suspension.suspended_by", "suspension.lifted_by");
    }

    private List<Map<String, Object>> journal(UUID memberId) {
        return json.convertValue(journal.concerning(memberId), new TypeReference<List<Map<String, Object>>>() {});
    }
}
