package org.barnstorm.platform.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.Rows;
import org.barnstorm.platform.http.RequestId;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.hibernate.Session;

/**
 * The append-only record of every change: audit trail, outbox and change feed at once. A row is written in the
 * transaction that makes the change, so that there is never one without the other.
 *
 * <p>Rows of one subject are numbered without gaps: whoever appends holds the subject's row lock. Readers see rows only
 * below the oldest transaction still running, in the order ({@code horizon}, {@code position}); see
 * docs/decisions/0002-journal-order.md for why neither transaction ids nor sequence numbers alone are safe.
 */
@ApplicationScoped
public class Journal {
    private static final String APPEND = """
            insert into journal (id, type, subject_type, subject_id, seq, horizon, group_id, group_path, actor_id,
                                 mandate_id, request_id, data)
            select ?, ?, ?, one.subject, coalesce(last.seq, 0) + 1,
                   greatest(pg_current_xact_id(), last.horizon),
                   cast(? as uuid), cast(? as text), cast(? as uuid), cast(? as uuid), ?, cast(? as jsonb)
            from (select cast(? as uuid) as subject) as one
            left join lateral (
                select seq, horizon from journal where subject_id = one.subject order by seq desc limit 1
            ) as last on true
            """;

    private static final String APPEND_ALL = """
            insert into journal (id, type, subject_type, subject_id, seq, horizon, group_id, group_path, actor_id,
                                 mandate_id, request_id, data)
            select e.id, e.type, split_part(e.type, '.', 1), e.subject, coalesce(last.seq, 0) + 1,
                   greatest(pg_current_xact_id(), last.horizon),
                   e.group_id, e.path, e.actor, e.mandate, ?, e.data
            from jsonb_to_recordset(cast(? as jsonb)) as e (
                id uuid, type text, subject uuid, group_id uuid, path text, actor uuid, mandate uuid, data jsonb)
            left join lateral (
                select seq, horizon from journal where subject_id = e.subject order by seq desc limit 1
            ) as last on true
            """;

    private static final String READ = """
            select id, type, subject_type, subject_id, seq, group_path, actor_id, mandate_id, request_id, at,
                   cast(data as text) as data, cast(horizon as text) as horizon, position
            from journal j
            where horizon < pg_snapshot_xmin(pg_current_snapshot())
              and (horizon, position) > (cast(:horizon as xid8), :position)
              and group_id = any(:groups)
            order by j.horizon, j.position -- not the text of the same name
            limit :fetch
            """;

    private static final String LATEST =
            "select subject_id, max(at) as at from journal where subject_id = any(:subjects) group by subject_id";

    /** Two questions, because each has an index. */
    private static final String CONCERNING = """
            select id, type, subject_type, subject_id, seq, group_path, actor_id, mandate_id, request_id, at,
                   cast(data as text) as data
            from (select * from journal where actor_id = :member
                  union all
                  select * from journal where subject_id = :member and actor_id is distinct from :member) j
            order by j.horizon, j.position
            """;

    private static final String MOMENTS =
            "select at from journal where subject_id = :subject and type = :type and at > :since order by seq";

    private final Session database;
    private final Rows rows;
    private final ObjectMapper json;

    Journal(Session database, Rows rows, ObjectMapper json) {
        this.database = database;
        this.rows = rows;
        this.json = json;
    }

    /** Appends one row for one change. The caller's transaction holds the lock on the subject's row. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Event event) {
        database.flush(); // the change itself first: its constraints speak before the journal does
        rows.write(database, APPEND, statement -> {
            statement.setObject(1, Ids.next());
            statement.setString(2, event.type());
            statement.setString(3, event.subjectType());
            statement.setObject(4, event.groupId());
            statement.setString(5, event.groupPath());
            statement.setObject(6, event.actorId());
            statement.setObject(7, event.mandateId());
            statement.setString(8, RequestId.current());
            statement.setString(9, write(event.data()));
            statement.setObject(10, event.subjectId());
        });
    }

    /** The same for many changes of different subjects, in one statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(Collection<Event> events) {
        database.flush();
        var all = write(events.stream().map(Journal::row).toList());
        rows.write(database, APPEND_ALL, statement -> {
            statement.setString(1, RequestId.current());
            statement.setString(2, all);
        });
    }

    private static Map<String, Object> row(Event event) {
        Map<String, Object> row = new HashMap<>(); // of which some are null
        row.put("id", Ids.next());
        row.put("type", event.type());
        row.put("subject", event.subjectId());
        row.put("group_id", event.groupId());
        row.put("path", event.groupPath());
        row.put("actor", event.actorId());
        row.put("mandate", event.mandateId());
        row.put("data", event.data());
        return row;
    }

    /** What happened in these groups, oldest first. */
    @Transactional
    public Slice<JournalEntry> read(Collection<UUID> groups, Window window) {
        var after = window.isFirst() ? List.of("0", "0") : window.after();
        var rows = database.createNativeQuery(READ, Tuple.class)
                .setParameter("horizon", after.get(0))
                .setParameter("position", Long.valueOf(after.get(1)))
                .setParameter("groups", groups.toArray(UUID[]::new), UUID[].class)
                .setParameter("fetch", window.fetch())
                .getResultList();
        return Slice.of(
                window,
                rows,
                row -> List.of(
                        row.get("horizon", String.class), row.get("position").toString()),
                this::entry);
    }

    /** What somebody did, and what happened to them as a member, oldest first. */
    @Transactional
    public List<JournalEntry> concerning(UUID memberId) {
        return database
                .createNativeQuery(CONCERNING, Tuple.class)
                .setParameter("member", memberId)
                .getResultList()
                .stream()
                .map(this::entry)
                .toList();
    }

    /** When something happened to a subject since then. */
    @Transactional
    public List<Instant> moments(UUID subject, String type, Instant since) {
        return database.createNativeQuery(MOMENTS, Instant.class)
                .addScalar("at", Instant.class)
                .setParameter("subject", subject)
                .setParameter("type", type)
                .setParameter("since", since)
                .getResultList();
    }

    /** When each of these subjects changed last. */
    @Transactional
    public Map<UUID, Instant> latest(Collection<UUID> subjects) {
        if (subjects.isEmpty()) return Map.of();
        return database
                .createNativeQuery(LATEST, Tuple.class)
                .setParameter("subjects", subjects.toArray(UUID[]::new), UUID[].class)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get("subject_id", UUID.class), row -> row.get("at", Instant.class)));
    }

    /** A row as it is shown, whoever selected its columns. */
    JournalEntry entry(Tuple row) {
        return new JournalEntry(
                row.get("id", UUID.class),
                row.get("type", String.class),
                row.get("subject_type", String.class),
                row.get("subject_id", UUID.class),
                row.get("seq", Number.class).longValue(),
                row.get("group_path", String.class),
                row.get("actor_id", UUID.class),
                row.get("mandate_id", UUID.class),
                row.get("request_id", String.class),
                row.get("at", Instant.class),
                read(row.get("data", String.class)));
    }

    private String write(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Journal data is plain text, numbers and booleans", e);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> read(String data) {
        try {
            return json.readValue(data, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The journal holds JSON objects", e);
        }
    }
}
