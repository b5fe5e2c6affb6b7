package org.barnstorm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A check that cannot fail proves nothing: each one finds what is planted, in a transaction that is rolled back. */
@QuarkusTest
class InvariantsTest {
    /** Two members, two movements, a mandate of the first member in the first movement, and a task there. */
    private static final String GROUND = """
            insert into member values (:ada, now()), (:ben, now());
            insert into local_group (id, version, slug, path, name, join_policy, zone, created_at) values
                (:here, 0, 'planted-here', 'planted-here', 'Here', 'OPEN', 'Z', now()),
                (:there, 0, 'planted-there', 'planted-there', 'There', 'OPEN', 'Z', now());
            insert into mandate (id, member_id, group_id, capabilities, source, granted_by, delegation_depth,
                                 valid_from, valid_until, created_at)
            values (:mandate, :ada, :here, '{MANDATE_GRANT,TASK_CREATE}', 'BOOTSTRAP', :ben, 3,
                    now() - interval '1 hour', now() + interval '1 day', now() - interval '1 hour');
            insert into task (id, version, group_id, movement_id, title, instructions, status, capacity, remote, zone,
                              effort_minutes, lease_hours, created_by, created_at)
            values (:task, 0, :here, :here, 'Leaflets', '', 'OPEN', 1, true, 'Z', 60, 72, :ada, now());
            insert into journal (id, type, subject_type, subject_id, seq, horizon, group_id, group_path, actor_id,
                                 mandate_id, request_id, data) values
                (gen_random_uuid(), 'member.created', 'member', :ada, 1, '1', null, null, :ada, null, 'r', '{}'),
                (gen_random_uuid(), 'member.created', 'member', :ben, 1, '1', null, null, :ben, null, 'r', '{}'),
                (gen_random_uuid(), 'group.created', 'group', :here, 1, '1', :here, 'planted-here', :ben, null, 'r', '{}'),
                (gen_random_uuid(), 'group.created', 'group', :there, 1, '1', :there, 'planted-there', :ben, null, 'r', '{}'),
                (gen_random_uuid(), 'mandate.granted', 'mandate', :mandate, 1, '1', :here, 'planted-here', :ben, null, 'r',
                 '{"source": "BOOTSTRAP"}'),
                (gen_random_uuid(), 'task.created', 'task', :task, 1, '1', :here, 'planted-here', :ada, :mandate, 'r',
                 '{"status": "DRAFT"}'),
                (gen_random_uuid(), 'task.published', 'task', :task, 2, '1', :here, 'planted-here', :ada, :mandate, 'r',
                 '{"status": "OPEN"}');
            """;

    /** A split of the first group that is done. */
    private static final String MOVE = """
            insert into group_move (id, kind, from_id, into_id, into_path, effective_at, planned_by, under_mandates,
                                    planned_at, status, ended_at)
            values (:move, 'SPLIT', :here, :there, 'planted-there', now(), :ada, array[:mandate], now(), 'DONE', now());
            insert into group_move_person (move_id, member_id, from_id, named, result)
            values (:move, :ben, :here, true, '%s');
            """;

    /** That the suspension is in force in the second group too. */
    private static final String REACH =
            "insert into suspension_reach select id, :there from suspension where member_id = :ada;";

    /** That the first member went with it, while taking a course that can be taken there as well. */
    private static final String LEFT = """
            update course set group_id = :there where id = :course;
            insert into journal (id, type, subject_type, subject_id, seq, horizon, group_id, group_path, actor_id,
                                 mandate_id, request_id, data)
            values (gen_random_uuid(), 'membership.moved', 'membership', :old, 1, '1', :here, 'planted-here', null, null,
                    'r', jsonb_build_object('member', :ada, 'move', :move));
            """;

    /** The second member has become part of the first. */
    private static final String MERGED = """
            insert into member_merged values (:ben, :ada, now());
            insert into journal (id, type, subject_type, subject_id, seq, horizon, actor_id, request_id, data) values
                (gen_random_uuid(), 'member.merged-into', 'member', :ben, 2, '1', :ada, 'r', '{}'),
                (gen_random_uuid(), 'member.merged', 'member', :ada, 2, '1', :ada, 'r', jsonb_build_object('gone', :ben));
            """;

    /** The second member is a program, bound to the first group. */
    private static final String BOUND = """
            insert into mandate (id, member_id, group_id, capabilities, source, delegation_depth, valid_from, valid_until,
                                 created_at)
            values (:own, :ben, :here, '{ASSIGNMENT_READ}', 'BOUND', 0, now(), now() + interval '1 day', now());
            insert into integration (id, issuer_key, client_id, member_id, group_id, mandate_id, name, scopes, created_by,
                                     created_at, valid_until)
            values (gen_random_uuid(), 'keycloak', 'planted', :ben, :here, :own, 'Planted', '{planted}', :ada, now(),
                    now() + interval '1 day');
            """;

    /** One of the first member, which has ended. */
    private static final String WEBHOOK = """
            insert into webhook (id, version, group_id, owner_id, program, url, types, status, created_at, ended_at)
            values (:hook, 1, :here, :ada, false, 'https://hooks.example.org/', '{}', 'ENDED', now(), now());
            insert into webhook_progress (webhook_id, horizon, position, due_at, woken, fence, failures)
            values (:hook, 0, 0, now(), false, 0, 0);
            """;

    private static final String HOLD = """
            insert into assignment (id, task_id, member_id, status, fence, lease_until, expires_at, held_at)
            values (gen_random_uuid(), :task, %s, 'HELD', %s, now() + interval '1 day', now() + interval '1 day', now());
            """;
    /** A course of the first group, with a version, and the first member's qualification in it. */
    private static final String QUALIFICATION = """
            insert into course (id, version, group_id, title, description, created_at)
            values (:course, 0, :here, 'Doors 101', '', now());
            insert into course_version (id, course_id, number, modules, catch_up, published_by, published_at)
            values (:edition, :course, 1, '[{}]', false, :ben, now());
            insert into qualification (id, course_id, member_id, group_id, completed_at, created_at)
            values (:proof, :course, :ada, :here, now(), now());
            """;
    /** The first member's way through that course: its status, its end, what it led to. */
    private static final String ENROLMENT = QUALIFICATION + """
            insert into enrolment (id, course_id, version_id, member_id, group_id, purpose, status, begun_at, ended_at,
                                   qualification_id)
            values (:enrolment, :course, :edition, :ada, :here, 'WHOLE', '%s', now(), %s, %s);
            """;
    /** Its only step: kind, state, who reviewed it. */
    private static final String STEP = """
            insert into enrolment_step (id, enrolment_id, position, module, kind, state, extra_attempts, reviewed_by)
            values (:step, :enrolment, 1, 'one', '%s', '%s', 0, %s);
            """;
    /** A result of the first member, as this member verified it. */
    private static final String RESULT = """
            insert into assignment (id, task_id, member_id, status, fence, lease_until, expires_at, held_at, completed_at,
                                    outcome_code, verified_by)
            values (:result, :task, :ada, '%s', 1, now(), now(), now(), now(), 'done', %s);
            """;
    /** That so many results and holds of the first member were undone. */
    private static final String UNDO = """
            insert into member values (:bea, now());
            insert into work_undo (id, group_id, member_id, since, reason, undone_by, undone_at, results, holds, verdicts,
                                   left_over)
            values (:undo, :here, :ada, now(), 'x', :ben, now(), %s, %s, 0, 0);
            insert into journal (id, type, subject_type, subject_id, seq, horizon, group_id, group_path, actor_id,
                                 mandate_id, request_id, data)
            values (gen_random_uuid(), 'undo.made', 'undo', :undo, 1, '1', :here, 'planted-here', :ben, null, 'r', '{}');
            """;

    private static final String UNDONE = """
            insert into journal (id, type, subject_type, subject_id, seq, horizon, group_id, group_path, actor_id,
                                 mandate_id, request_id, data)
            values (gen_random_uuid(), 'assignment.undone', 'assignment', :result, 1, '1', :here, 'planted-here', :ben,
                    null, 'r', '{}');
            """;
    private static final String MOVED = """
            update assignment set status = 'MOVED', ended_at = now(),
                moved_to = (select b.id from assignment b where b.task_id = :task and b.fence = %2$s)
            where task_id = :task and fence = %1$s;
            """;
    private static final String ENTRY = """
            insert into journal (id, type, subject_type, subject_id, seq, horizon, group_id, group_path, actor_id,
                                 mandate_id, request_id, data)
            values (gen_random_uuid(), '%s.edited', '%s', :%s, %s, '1', :%s, '%s', :%s, %s, 'r', '{}');
            """;
    private static final String WAITER = """
            insert into waiter (id, version, task_id, member_id, status, assignment_id, joined_at)
            values (:%s, 0, :task, :%s, '%s', %s, now());
            """;
    private static final String FROM_THE_LIST = """
            insert into assignment (id, task_id, member_id, status, fence, source, lease_until, expires_at, held_at)
            values (:offer, :task, :ada, '%s', 1, 'WAITLIST', now(), now(), %s);
            """;
    private static final String OFFERED = """
            insert into journal (id, type, subject_type, subject_id, seq, horizon, group_id, group_path, actor_id,
                                 mandate_id, request_id, data)
            values (gen_random_uuid(), 'waiter.offered', 'waiter', :%s, %s, '1', :here, 'planted-here', null, null, 'r',
                    '{}');
            """;
    private static final String TEMPLATE = """
            insert into template (id, version, group_id, name, content, created_by, created_at)
            values (gen_random_uuid(), %s, :here, 'Leaflets', '{}', :ada, now());
            """;
    private static final String SERIES = """
            insert into series (id, version, group_id, content, rrule, starts_on, zone, duration_minutes, publish,
                                created_by, created_at)
            values (gen_random_uuid(), %s, :here, '{}', 'FREQ=WEEKLY', timestamp '2030-01-01 18:00', 'Z', 60, true, :ada,
                    now());
            """;
    private static final String ANOTHER = """
            insert into task (id, version, group_id, movement_id, title, instructions, status, capacity, remote, zone,
                              effort_minutes, lease_hours, created_by, created_at, needs)
            values (md5('%s')::uuid, 0, :here, :here, 'Posters', '', 'WAITING', 1, true, 'Z', 60, 72, :ada, now(), %s);
            """;
    private static final String VOUCH = """
            insert into vouch (id, group_id, movement_id, voucher_id, member_id, created_at)
            values (gen_random_uuid(), :here, :here, :%s, :%s, now());
            """;
    private static final String SUSPENSION = """
            insert into suspension (id, member_id, group_id, reason, suspended_by, under_mandate, suspended_at, until)
            values (gen_random_uuid(), :ada, :here, 'x', :ben, :mandate, now(), now() + interval '1 day');
            """;
    private static final String CHILD = """
            insert into mandate (id, member_id, group_id, capabilities, source, granted_by, granted_under,
                                 delegation_depth, valid_from, valid_until, created_at)
            values (:child, :ben, :%s, '{%s}', 'DELEGATED', :ada, :mandate, %s, now(), %s, now());
            """;

    private static final String GRANDCHILD = """
            insert into mandate (id, member_id, group_id, capabilities, source, granted_by, granted_under,
                                 delegation_depth, valid_from, valid_until, created_at, max_places)
            values (:grandchild, :ada, :here, '{TASK_CREATE}', 'DELEGATED', :ben, :child, 0, now(),
                    now() + interval '1 hour', now(), 6);
            """;

    /** A violation, and the check that has to find it. */
    record Planted(Invariants invariant, String name, String sql) {
        @Override
        public String toString() {
            return invariant + " " + name;
        }
    }

    static Stream<Planted> planted() {
        return Stream.of(
                new Planted(Invariants.I_01, "overbooked", HOLD.formatted(":ada", 1) + HOLD.formatted(":ben", 2)),
                new Planted(Invariants.I_02, "counter too high", "update task set taken = 1 where id = :task;"),
                new Planted(Invariants.I_02, "counter too low", HOLD.formatted(":ada", 1)),
                new Planted(
                        Invariants.I_02_MOVED,
                        "to an earlier hold",
                        HOLD.formatted(":ada", 1) + HOLD.formatted(":ben", 2) + MOVED.formatted(2, 1)),
                new Planted(
                        Invariants.I_02_MOVED,
                        "two to one",
                        HOLD.formatted(":ada", 1)
                                + HOLD.formatted(":ben", 3)
                                + MOVED.formatted(1, 3)
                                + HOLD.formatted(":ada", 2)
                                + MOVED.formatted(2, 3)),
                new Planted(
                        Invariants.I_18_WITHOUT,
                        "moved by a person without a mandate",
                        ENTRY.replace("%s.edited", "%s.moved")
                                .formatted(
                                        "assignment", "assignment", "task", 3, "here", "planted-here", "ada", "null")),
                new Planted(
                        Invariants.I_03,
                        "same person twice",
                        "drop index assignment_once_per_member;" + HOLD.formatted(":ada", 1)
                                + HOLD.formatted(":ada", 2)),
                new Planted(
                        Invariants.I_04,
                        "in two places",
                        "drop index assignment_once_per_member;"
                                + "alter table assignment drop constraint assignment_one_place_at_a_time;"
                                + HOLD.formatted(":ada", 1)
                                + HOLD.formatted(":ada", 2)
                                + "update assignment set busy = tstzrange(now(), now() + interval '1 hour')"
                                + " where task_id = :task;"),
                new Planted(
                        Invariants.I_04_BUSY,
                        "at another time than the task",
                        HOLD.formatted(":ada", 1)
                                + "update assignment set busy = tstzrange(now(), null) where task_id = :task;"),
                new Planted(
                        Invariants.I_08_NEEDS,
                        "for each other",
                        another("planted-other", "array[:task]")
                                + "update task set needs = array[md5('planted-other')::uuid] where id = :task;"),
                new Planted(
                        Invariants.I_08_NEEDS,
                        "for nothing",
                        "update task set needs = array[:child] where id = :task;"),
                new Planted(Invariants.I_09_REVISIONS, "forgotten", "update task set revision = 2 where id = :task;"),
                new Planted(
                        Invariants.I_09_REVISIONS,
                        "yet to come",
                        HOLD.formatted(":ada", 1) + "update assignment set revision = 2 where task_id = :task;"),
                new Planted(Invariants.I_11_GAPS, "gap", edited("group", "here", 3, "here", "ada", "null")),
                new Planted(
                        Invariants.I_11_ROWS, "unrecorded", "insert into member values (gen_random_uuid(), now());"),
                new Planted(Invariants.I_11_ROWS, "unrecorded template", TEMPLATE.formatted(0)),
                new Planted(Invariants.I_11_ROWS, "unrecorded series", SERIES.formatted(0)),
                new Planted(Invariants.I_11_CHANGES, "silent edit of a template", TEMPLATE.formatted(1)),
                new Planted(Invariants.I_11_CHANGES, "silent split of a series", SERIES.formatted(1)),
                new Planted(Invariants.I_11_ROWS, "about nothing", "delete from task where id = :task;"),
                new Planted(
                        Invariants.I_11_CHANGES,
                        "silent change",
                        "update task set status = 'CLOSED' where id = :task;"),
                new Planted(
                        Invariants.I_11_CHANGES, "silent edit", "update local_group set version = 1 where id = :here;"),
                new Planted(
                        Invariants.I_11_CHANGES,
                        "silent revocation",
                        "update mandate set revoked_at = now(), revoked_by = :ben, revoke_reason = 'x' where id = :mandate;"),
                new Planted(
                        Invariants.I_11_ROWS,
                        "a kind of work from nowhere",
                        "insert into task_kind values (gen_random_uuid(), 0, :here, 'canvass', 'Canvassing');"),
                new Planted(
                        Invariants.I_11_CHANGES,
                        "silent edit of a kind",
                        "insert into task_kind values (:kind, 1, :here, 'canvass', 'Canvassing');"
                                + edited("kind", "kind", 1, "here", "ada", "null")),
                new Planted(Invariants.I_11_VERDICTS, "verified by nobody", RESULT.formatted("VERIFIED", "null")),
                new Planted(
                        Invariants.I_11_VERDICTS,
                        "verified by oneself",
                        "alter table assignment drop constraint assignment_not_verified_by_oneself;"
                                + RESULT.formatted("VERIFIED", ":ada")),
                new Planted(
                        Invariants.I_11_VERDICTS, "somebody's, but not recorded", RESULT.formatted("VERIFIED", ":ben")),
                new Planted(Invariants.I_11_VERDICTS, "taken back, but not quite", RESULT.formatted("DONE", ":ben")),
                new Planted(Invariants.I_11_UNDOS, "did less than it says", UNDO.formatted(1, 0)),
                new Planted(
                        Invariants.I_11_UNDOS,
                        "did more than it says",
                        RESULT.formatted("DONE", "null") + UNDO.formatted(0, 0) + UNDONE),
                new Planted(
                        Invariants.I_11_UNDOS,
                        "of somebody else's work",
                        RESULT.formatted("DONE", "null") + UNDO.formatted(1, 0).replace(":ada", ":bea") + UNDONE),
                new Planted(
                        Invariants.I_11_CHANGES,
                        "silent entry",
                        WAITER.formatted("first", "ada", "WAITING", "null") + OFFERED.formatted("first", 1)
                                + "update journal set data = '{\"status\": \"OFFERED\"}' where subject_id = :first;"),
                new Planted(
                        Invariants.I_11_CHANGES,
                        "silent call",
                        "insert into rescue (id, version, task_id, people, called_at, until)"
                                + " values (:child, 0, :task, 0, now(), now());"),
                new Planted(
                        Invariants.I_15,
                        "half done",
                        "insert into idempotency_key values ('x', 'planted', 'x', null);"),
                new Planted(
                        Invariants.I_15,
                        "for nothing",
                        "insert into idempotency_key values ('x', 'planted', 'x', :child);"),
                new Planted(
                        Invariants.I_18_MANDATES, "elsewhere", edited("group", "there", 2, "there", "ada", ":mandate")),
                new Planted(
                        Invariants.I_18_MANDATES,
                        "somebody else's",
                        edited("group", "here", 2, "here", "ben", ":mandate")),
                new Planted(
                        Invariants.I_18_MANDATES,
                        "run out",
                        "update mandate set valid_until = now() - interval '1 minute' where id = :mandate;"),
                new Planted(
                        Invariants.I_18_MANDATES,
                        "revoked",
                        "update mandate set revoked_at = now() - interval '1 minute', revoked_by = :ben,"
                                + " revoke_reason = 'x' where id = :mandate;"),
                new Planted(
                        Invariants.I_18_CAPABILITIES,
                        "not that capability",
                        edited("group", "here", 2, "here", "ada", ":mandate")),
                new Planted(
                        Invariants.I_18_CAPABILITIES,
                        "nor for templates",
                        edited("template", "here", 2, "here", "ada", ":mandate")),
                new Planted(
                        Invariants.I_18_CAPABILITIES,
                        "nor for series",
                        edited("series", "here", 2, "here", "ada", ":mandate")
                                .replace("series.edited", "series.ended")),
                new Planted(
                        Invariants.I_18_LIMITS,
                        "another kind of work",
                        child("here", "TASK_CREATE", 0, "now() + interval '1 hour'")
                                + "update mandate set kinds = '{canvass}' where id = :child;"
                                + about(3, "{\"capacity\": 3, \"kind\": \"phone\"}")),
                new Planted(
                        Invariants.I_18_LIMITS,
                        "no campaign, and too large",
                        child("here", "TASK_CREATE", 0, "now() + interval '1 hour'")
                                + "update mandate set max_places = 2 where id = :child;"
                                + about(3, "{\"capacity\": 3}")),
                new Planted(
                        Invariants.I_18_EDITS,
                        "made small enough",
                        child("here", "TASK_CREATE", 0, "now() + interval '1 hour'")
                                + "update mandate set max_places = 2 where id = :child;"
                                + edited("task", "task", 3, "here", "ada", ":mandate")
                                        .replace("'{}'", "'{\"capacity\": 3}'")
                                + about(4, "{\"capacity\": 2}")),
                new Planted(
                        Invariants.I_18_WITHOUT,
                        "made by nobody, for no series",
                        "update journal set actor_id = null, mandate_id = null where subject_id = :task;"),
                new Planted(Invariants.I_18_WITHOUT, "no mandate", edited("group", "here", 2, "here", "ada", "null")),
                new Planted(
                        Invariants.I_20,
                        "more",
                        child("here", "TASK_CREATE,TASK_EDIT", 0, "now() + interval '1 hour'")),
                new Planted(
                        Invariants.I_20, "elsewhere", child("there", "TASK_CREATE", 0, "now() + interval '1 hour'")),
                new Planted(Invariants.I_20, "longer", child("here", "TASK_CREATE", 0, "now() + interval '9 days'")),
                new Planted(Invariants.I_20, "for ever", child("here", "TASK_CREATE", 0, "null")),
                new Planted(Invariants.I_20, "deeper", child("here", "TASK_CREATE", 3, "now() + interval '1 hour'")),
                new Planted(
                        Invariants.I_20,
                        "to larger tasks",
                        "alter table mandate disable trigger mandate_keeps_limits;"
                                + child("here", "MANDATE_GRANT,TASK_CREATE", 1, "now() + interval '1 hour'")
                                + "update mandate set max_places = 5 where id = :child;"
                                + GRANDCHILD),
                new Planted(
                        Invariants.I_20,
                        "to oneself",
                        "alter table mandate drop constraint mandate_not_to_oneself;"
                                + "update mandate set granted_by = :ada where id = :mandate;"),
                new Planted(
                        Invariants.I_20_CYCLES,
                        "in a circle",
                        child("here", "TASK_CREATE", 0, "now() + interval '1 hour'")
                                + "update mandate set source = 'DELEGATED', granted_under = :child where id = :mandate;"),
                new Planted(
                        Invariants.I_20_DELEGATED,
                        "outlives its source",
                        child("here", "TASK_CREATE", 0, "now() + interval '1 hour'")
                                + "update mandate set revoked_at = now(), revoked_by = :ben, revoke_reason = 'x'"
                                + " where id = :mandate;"),
                new Planted(
                        Invariants.I_20_VOUCHES,
                        "for each other",
                        VOUCH.formatted("ada", "ben") + VOUCH.formatted("ben", "ada")),
                new Planted(
                        Invariants.I_20_BOUND,
                        "longer than its integration",
                        BOUND + "update mandate set valid_until = valid_until + interval '1 day' where id = :own;"),
                new Planted(
                        Invariants.I_20_BOUND,
                        "of no integration",
                        BOUND + "delete from integration where mandate_id = :own;"),
                new Planted(
                        Invariants.I_20_BOUND,
                        "a program that is a person",
                        BOUND
                                + "insert into identity (issuer_key, subject, member_id) values ('keycloak', 'planted', :ben);"),
                new Planted(
                        Invariants.I_20_BOUND,
                        "ended and still acting",
                        BOUND + "update integration set ended_at = now(), ended_by = :ada where mandate_id = :own;"),
                new Planted(Invariants.I_22_WEBHOOKS, "one that still has its turn", WEBHOOK),
                new Planted(
                        Invariants.I_22,
                        "a member",
                        SUSPENSION
                                + "insert into membership (id, version, member_id, group_id, status, since)"
                                + " values (gen_random_uuid(), 0, :ada, :here, 'ACTIVE', now());"),
                new Planted(Invariants.I_22, "authority", SUSPENSION),
                new Planted(
                        Invariants.I_22,
                        "a member where they were moved to",
                        "delete from mandate where id = :mandate;" + SUSPENSION + REACH
                                + "insert into membership (id, version, member_id, group_id, status, since)"
                                + " values (gen_random_uuid(), 0, :ada, :there, 'ACTIVE', now());"),
                new Planted(
                        Invariants.I_11_CHANGES,
                        "a mandate rests unsaid",
                        "insert into mandate_stop (mandate_id, suspended) values (:mandate, true);"),
                new Planted(
                        Invariants.I_18_MANDATES,
                        "before the second person",
                        "update mandate set needs_confirmation = true where id = :mandate;"),
                new Planted(Invariants.W_01, "a free place", WAITER.formatted("first", "ada", "WAITING", "null")),
                new Planted(
                        Invariants.W_02,
                        "took what is still offered",
                        FROM_THE_LIST.formatted("OFFERED", "null")
                                + WAITER.formatted("first", "ada", "WAITING", "null")
                                + "update waiter set status = 'ACCEPTED', assignment_id = :offer, ended_at = now() where id = :first;"),
                new Planted(
                        Invariants.W_02,
                        "waits for an answer that was given",
                        FROM_THE_LIST.formatted("HELD", "now()")
                                + WAITER.formatted("first", "ada", "OFFERED", ":offer")),
                new Planted(
                        Invariants.W_02,
                        "somebody else's offer",
                        FROM_THE_LIST.formatted("OFFERED", "null")
                                + WAITER.formatted("first", "ben", "OFFERED", ":offer")),
                new Planted(
                        Invariants.W_02, "an offer to nobody who waits", FROM_THE_LIST.formatted("OFFERED", "null")),
                new Planted(
                        Invariants.W_03,
                        "overtaken",
                        WAITER.formatted("first", "ada", "WAITING", "null")
                                + WAITER.formatted("second", "ben", "WAITING", "null")
                                + OFFERED.formatted("second", 1)),
                new Planted(
                        Invariants.W_03,
                        "offered twice",
                        OFFERED.formatted("first", 1) + OFFERED.formatted("first", 2)),
                new Planted(
                        Invariants.I_08,
                        "closed from the start",
                        "update journal set data = '{\"status\": \"CLOSED\"}' where subject_id = :task and seq = 1;"),
                new Planted(
                        Invariants.I_08,
                        "closed before it was open",
                        "update journal set data = '{\"status\": \"CLOSED\"}' where subject_id = :task and seq = 2;"),
                new Planted(
                        Invariants.L_01,
                        "earned by what was withdrawn",
                        QUALIFICATION
                                + "insert into mandate (id, member_id, group_id, capabilities, source, qualification_id,"
                                + " delegation_depth, valid_from, created_at) values (:earned, :ada, :here,"
                                + " '{TASK_CREATE}', 'EARNED', :proof, 0, now(), now());"
                                + "update qualification set withdrawn_at = now(), withdrawn_by = :ben,"
                                + " withdraw_reason = 'Rude.' where id = :proof;"),
                new Planted(
                        Invariants.L_02,
                        "completed with a step open",
                        ENROLMENT.formatted("COMPLETED", "now()", ":proof")
                                + STEP.formatted("READING", "OPEN", "null")),
                new Planted(
                        Invariants.L_02,
                        "accepted by the learner",
                        ENROLMENT.formatted("ACTIVE", "null", "null") + STEP.formatted("PRACTICAL", "DONE", ":ada")),
                new Planted(
                        Invariants.L_03,
                        "passed without an attempt",
                        ENROLMENT.formatted("ACTIVE", "null", "null") + STEP.formatted("QUIZ", "DONE", "null")),
                new Planted(
                        Invariants.L_03,
                        "somebody else's attempt",
                        ENROLMENT.formatted("ACTIVE", "null", "null")
                                + "insert into quiz_attempt (id, enrolment_id, module, course_id, member_id, number,"
                                + " status, drawn, sheet, begun_at) values (:attempt, :enrolment, 'one', :course, :ben,"
                                + " 1, 'OPEN', '{}', '{}', now());"),
                new Planted(
                        Invariants.P_01,
                        "signed off by the learner",
                        ENROLMENT.formatted("ACTIVE", "null", "null")
                                + "insert into sign_off (id, enrolment_id, module, signed_by, day, signed_at)"
                                + " values (:signed, :enrolment, 'one', :ada, now(), now());"),
                new Planted(
                        Invariants.I_11_ROWS, "unrecorded enrolment", ENROLMENT.formatted("ACTIVE", "null", "null")),
                new Planted(
                        Invariants.R_01,
                        "work left behind",
                        "update local_group set merged_into = :there, merged_at = now() where id = :here;"),
                new Planted(
                        Invariants.R_01,
                        "a campaign left behind",
                        "insert into campaign (id, version, group_id, name, created_by, created_at)"
                                + " values (gen_random_uuid(), 0, :there, 'Warm homes', :ada, now());"
                                + "update local_group set merged_into = :here, merged_at = now() where id = :there;"),
                new Planted(Invariants.R_02, "moved and still there", MOVE.formatted("MOVED")),
                new Planted(Invariants.R_02, "merged and still there", MOVE.formatted("MOVED") + MERGED),
                new Planted(
                        Invariants.I_22_MERGED, "in silence", "insert into member_merged values (:ben, :ada, now());"),
                new Planted(
                        Invariants.I_22_MERGED,
                        "with an account",
                        "insert into identity values ('keycloak', 'planted', :ben, now());" + MERGED),
                new Planted(
                        Invariants.R_02,
                        "done, and nobody knows what became of them",
                        MOVE.formatted("%s").replace("'%s'", "null")),
                new Planted(
                        Invariants.R_01,
                        "a session left behind",
                        QUALIFICATION
                                + "insert into live_session (id, course_id, module, group_id, task_id, created_by, created_at)"
                                + " select gen_random_uuid(), :course, 'one', :there, :task, :ada, now();"
                                + "update local_group set merged_into = :here, merged_at = now() where id = :there;"),
                new Planted(
                        Invariants.R_03,
                        "a course left behind",
                        MOVE.formatted("MOVED") + ENROLMENT.formatted("ACTIVE", "null", "null") + LEFT),
                new Planted(Invariants.I_11_ROWS, "unrecorded move", MOVE.formatted("GONE")),
                new Planted(
                        Invariants.I_11_ROWS,
                        "unrecorded certification",
                        "insert into certification (id, group_id, status, earned_at)"
                                + " values (gen_random_uuid(), :here, 'CERTIFIED', now());"),
                new Planted(
                        Invariants.I_23,
                        "below another",
                        "update local_group set path = 'elsewhere.planted-here', parent_id = :there where id = :here;"),
                new Planted(
                        Invariants.I_23,
                        "in a circle",
                        "update local_group set path = 'x.' || slug, parent_id = :there where id = :here;"
                                + "update local_group set path = 'x.' || slug, parent_id = :here where id = :there;"));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void a_planted_violation_is_found(Planted planted) throws SQLException {
        try (var owner = TestStack.asOwner()) {
            owner.setAutoCommit(false);
            try {
                run(owner, GROUND);
                assertThat(planted.invariant().violatedBy(owner))
                        .as("without it")
                        .isEmpty();
                run(owner, planted.sql());
                assertThat(planted.invariant().violatedBy(owner)).isNotEmpty();
            } finally {
                owner.rollback();
            }
        }
    }

    @Test
    void every_check_has_been_seen_to_fail() {
        Set<Invariants> seen = planted().map(Planted::invariant).collect(Collectors.toSet());
        assertThat(Arrays.asList(Invariants.values()))
                .allSatisfy(each -> assertThat(seen).contains(each));
    }

    private static String edited(String kind, String subject, int seq, String where, String actor, String mandate) {
        return ENTRY.formatted(kind, kind, subject, seq, where, "planted-" + where, actor, mandate);
    }

    /** An edit of the task by the second member, under what was delegated to them. */
    private static String about(int seq, String data) {
        return edited("task", "task", seq, "here", "ben", ":child").replace("'{}'", "'" + data + "'");
    }

    private static String another(String task, String needs) {
        return ANOTHER.formatted(task, needs);
    }

    private static String child(String where, String capabilities, int depth, String until) {
        return CHILD.formatted(where, capabilities, depth, until);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql.replaceAll("(?<!:):([a-z]+)\\b", "md5('$1')::uuid"));
        }
    }
}
