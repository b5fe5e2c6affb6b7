package org.barnstorm.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.Rows;
import org.barnstorm.platform.paging.Window;
import org.hibernate.Session;

/** Queries over contacts and objections: many at a time, in one statement each. */
@ApplicationScoped
class ContactRepository {
    private static final String COLUMNS =
            "id, group_id, email, phone, first_name, last_name, external_id, brought_at, expires_at";

    private static final String LIKE = """
            select id, email, phone from contact where group_id = ? and email = any(?)
            union
            select id, email, phone from contact where group_id = ? and phone = any(?)
            """;

    private static final String MEMBERS_LIKE = """
            select p.member_id, lower(btrim(p.email)), p.phone from person p
            where p.email_verified and lower(btrim(p.email)) = any(?) and exists (
                select 1 from membership s where s.member_id = p.member_id and s.group_id = ? and s.status <> 'ENDED')
            union
            select p.member_id, lower(btrim(p.email)), p.phone from person p
            where p.phone = any(?) and exists (
                select 1 from membership s where s.member_id = p.member_id and s.group_id = ? and s.status <> 'ENDED')
            """;

    private static final String BRING = """
            insert into contact (id, group_id, email, phone, first_name, last_name, external_id, brought_at, expires_at)
            select e.id, ?, e.email, e.phone, e."firstName", e."lastName", e."externalId", now(),
                   now() + cast(? as interval)
            from jsonb_to_recordset(cast(? as jsonb)) as e (
                id uuid, email text, phone text, "firstName" text, "lastName" text, "externalId" text)
            order by e.email -- two imports at once lock in the same order
            on conflict (group_id, email) do update
            set phone = coalesce(excluded.phone, contact.phone),
                first_name = coalesce(excluded.first_name, contact.first_name),
                last_name = coalesce(excluded.last_name, contact.last_name),
                external_id = coalesce(excluded.external_id, contact.external_id),
                expires_at = excluded.expires_at
            returning xmax = 0
            """;

    private static final String REPLACE = """
            update contact c
            set email = ?, phone = coalesce(?, phone), first_name = coalesce(?, first_name),
                last_name = coalesce(?, last_name), external_id = coalesce(?, external_id),
                expires_at = now() + cast(? as interval)
            where id = ? and group_id = ?
              and not exists (select 1 from contact o where o.group_id = c.group_id and o.email = ? and o.id <> c.id)
            returning id
            """;

    private static final String EXPECTED_IN = """
            select c.group_id from contact c join person p on lower(btrim(p.email)) = c.email
            where p.member_id = ? and p.email_verified and c.expires_at > now() and not exists (
                select 1 from membership s
                where s.member_id = p.member_id and s.group_id = c.group_id and s.status <> 'ENDED')
            order by c.id
            limit 200
            """;

    private static final String TAKE = """
            delete from contact c using person p
            where p.member_id = ? and c.group_id = ? and p.email_verified and lower(btrim(p.email)) = c.email
            returning c.email, c.expires_at > now()
            """;

    private static final String FORGET = """
            delete from contact where id = any(
                select id from contact where group_id = ? and email = any(?) order by email for update)
            returning id
            """;

    private static final String EXPIRE = """
            delete from contact where id = any(array(
                select id from contact where expires_at <= now() limit ? for update skip locked))
            returning id
            """;

    /** Whom an address or a number belongs to already. */
    record Like(UUID id, String email, String phone) {}

    /** What was taken: an invitation, good or too old. */
    record Taken(String email, boolean good) {}

    private final Session database;
    private final Rows rows;
    private final ObjectMapper json;

    ContactRepository(Session database, Rows rows, ObjectMapper json) {
        this.database = database;
        this.rows = rows;
        this.json = json;
    }

    List<Like> like(UUID groupId, Collection<String> emails, Collection<String> phones) {
        return rows.read(
                LIKE,
                statement -> {
                    statement.setObject(1, groupId);
                    texts(statement, 2, emails);
                    statement.setObject(3, groupId);
                    texts(statement, 4, phones);
                },
                ContactRepository::like);
    }

    List<Like> membersLike(UUID groupId, Collection<String> emails, Collection<String> phones) {
        return rows.read(
                MEMBERS_LIKE,
                statement -> {
                    texts(statement, 1, emails);
                    statement.setObject(2, groupId);
                    texts(statement, 3, phones);
                    statement.setObject(4, groupId);
                },
                ContactRepository::like);
    }

    /** Hashes, in hexadecimal, that objections have. */
    List<String> objections(UUID groupId, Collection<String> hashes) {
        return rows.read(
                "select encode(email_hash, 'hex') from objection"
                        + " where group_id = ? and email_hash = any(select decode(h, 'hex') from unnest(?) as h)",
                statement -> {
                    statement.setObject(1, groupId);
                    texts(statement, 2, hashes);
                },
                row -> row.getString(1));
    }

    /** Of each, whether it is new. */
    List<Boolean> bring(UUID groupId, Collection<Map<String, Object>> people, Duration kept) {
        return rows.lock(
                database,
                BRING,
                statement -> {
                    statement.setObject(1, groupId);
                    statement.setString(2, kept.toString());
                    statement.setString(3, write(people));
                },
                row -> row.getBoolean(1));
    }

    /** Whether there is one to replace, and no other has the address. */
    boolean replace(UUID groupId, UUID id, Contacts.Expected by, Duration kept) {
        return !rows.lock(
                        database,
                        REPLACE,
                        statement -> {
                            statement.setString(1, by.email());
                            statement.setString(2, by.phone());
                            statement.setString(3, by.firstName());
                            statement.setString(4, by.lastName());
                            statement.setString(5, by.externalId());
                            statement.setString(6, kept.toString());
                            statement.setObject(7, id);
                            statement.setObject(8, groupId);
                            statement.setString(9, by.email());
                        },
                        row -> row.getObject(1, UUID.class))
                .isEmpty();
    }

    List<UUID> expectedIn(UUID memberId) {
        return rows.read(
                EXPECTED_IN, statement -> statement.setObject(1, memberId), row -> row.getObject(1, UUID.class));
    }

    Optional<Taken> take(UUID memberId, UUID groupId) {
        return rows
                .lock(
                        database,
                        TAKE,
                        statement -> {
                            statement.setObject(1, memberId);
                            statement.setObject(2, groupId);
                        },
                        row -> new Taken(row.getString(1), row.getBoolean(2)))
                .stream()
                .findFirst();
    }

    int forget(UUID groupId, Collection<String> emails) {
        return rows.lock(
                        database,
                        FORGET,
                        statement -> {
                            statement.setObject(1, groupId);
                            texts(statement, 2, emails);
                        },
                        row -> row.getObject(1, UUID.class))
                .size();
    }

    int expire(int most) {
        return rows.lock(database, EXPIRE, statement -> statement.setInt(1, most), row -> row.getObject(1, UUID.class))
                .size();
    }

    /** The id of the objection; none when there is one of this address already. */
    Optional<UUID> object(UUID groupId, String email) {
        return rows
                .lock(
                        database,
                        "insert into objection (id, group_id, email_hash, made_at) values (?, ?, decode(?, 'hex'), now())"
                                + " on conflict do nothing returning id",
                        statement -> {
                            statement.setObject(1, Ids.next());
                            statement.setObject(2, groupId);
                            statement.setString(3, hash(groupId, email));
                        },
                        row -> row.getObject(1, UUID.class))
                .stream()
                .findFirst();
    }

    List<Contact> inGroup(UUID groupId, Window window) {
        return rows.read(
                "select " + COLUMNS + " from contact where group_id = ? and id > ? order by id limit ?",
                statement -> {
                    statement.setObject(1, groupId);
                    statement.setObject(2, window.afterId());
                    statement.setInt(3, window.fetch());
                },
                ContactRepository::contact);
    }

    Optional<Contact> lock(UUID id) {
        return rows
                .lock(
                        database,
                        "select " + COLUMNS + " from contact where id = ? for update",
                        statement -> statement.setObject(1, id),
                        ContactRepository::contact)
                .stream()
                .findFirst();
    }

    /** Salted with the group, so that the hash says nothing elsewhere. */
    static String hash(UUID groupId, String email) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((groupId + " " + email).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static Like like(ResultSet row) throws SQLException {
        return new Like(row.getObject(1, UUID.class), row.getString(2), row.getString(3));
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Rows.moment(row, 8),
                Rows.moment(row, 9));
    }

    private static void texts(PreparedStatement statement, int position, Collection<String> values)
            throws SQLException {
        statement.setArray(position, statement.getConnection().createArrayOf("text", values.toArray()));
    }

    private String write(Object people) {
        try {
            return json.writeValueAsString(people);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Plain text can be written", e);
        }
    }
}
