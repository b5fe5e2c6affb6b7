package org.barnstorm.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.history.Snapshot.Row;

/** A task that does everything right, one operation at a time. It shares no code with the model of the checker. */
final class SimulatedTask {
    /** Names new holds. */
    interface Naming {
        UUID hold();

        long fence(long last);
    }

    /** What was answered; {@code hold} is null if it was refused. */
    record Result(int status, String code, Hold hold, int taken) {
        boolean ok() {
            return status == 200;
        }
    }

    static final class Hold {
        final UUID id;
        final UUID member;
        final long fence;
        String state;
        long leaseUntil;

        Hold(UUID id, UUID member, long fence, String state, long leaseUntil) {
            this.id = id;
            this.member = member;
            this.fence = fence;
            this.state = state;
            this.leaseUntil = leaseUntil;
        }

        boolean hasPlace() {
            return List.of("OFFERED", "HELD", "DONE", "VERIFIED").contains(state);
        }
    }

    final int capacity;
    final long lease;
    private final Map<UUID, Hold> holds = new HashMap<>();
    private final Map<String, Hold> keys = new HashMap<>();
    private long fence;

    /** A lease of {@link Long#MAX_VALUE} is endless. */
    SimulatedTask(int capacity, long lease) {
        this.capacity = capacity;
        this.lease = lease;
    }

    Result on(Ask ask, long now, Naming naming) {
        if (ask.key() != null && keys.containsKey(ask.key())) return ok(keys.get(ask.key()));
        var result = once(ask, now, naming);
        if (ask.key() != null && result.ok()) keys.put(ask.key(), result.hold());
        return result;
    }

    private Result once(Ask ask, long now, Naming naming) {
        return switch (ask.verb()) {
            case CLAIM -> claim(ask.member(), now, naming);
            case OFFER -> offer(ask.member(), now, naming);
            case READ_TAKEN -> new Result(200, "", null, taken());
            case READ_HOLD ->
                holds.containsKey(ask.hold()) ? ok(holds.get(ask.hold())) : new Result(404, "not-found", null, 0);
            default -> {
                var hold = ask.hold() == null ? own(ask.member()) : holds.get(ask.hold());
                yield hold == null ? new Result(404, "not-found", null, 0) : act(ask, hold, now, naming);
            }
        };
    }

    private Result claim(UUID member, long now, Naming naming) {
        var own = own(member);
        if (own != null) return ok(own);
        if (taken() >= capacity) return refused("task-full");
        return ok(begin(member, "HELD", now, naming));
    }

    private Result offer(UUID member, long now, Naming naming) {
        if (taken() >= capacity) return refused("task-full");
        if (own(member) != null) return refused("already-assigned");
        return ok(begin(member, "OFFERED", now, naming));
    }

    Hold begin(UUID member, String state, long now, Naming naming) {
        fence = naming.fence(fence);
        var hold = new Hold(naming.hold(), member, fence, state, until(now));
        if (holds.put(hold.id, hold) != null) throw new IllegalStateException("Named twice: " + hold.id);
        return hold;
    }

    private Result act(Ask ask, Hold hold, long now, Naming naming) {
        if (ask.fence() != null && ask.fence() != hold.fence) return refused("lease-lost");
        var lapsed = List.of("OFFERED", "HELD").contains(hold.state) && now >= hold.leaseUntil;
        switch (ask.verb()) {
            case ACCEPT, COMPLETE, EXTEND:
                if (lapsed) return refused("lease-lost");
                break;
            case MOVE:
                if (own(ask.to()) != null) return refused("already-assigned");
                break;
            default:
        }
        var next = next(ask.verb(), hold.state);
        if (next == null) return refused(hold.hasPlace() ? "assignment-state" : "lease-lost");
        hold.state = next;
        if (ask.verb() == Verb.ACCEPT || ask.verb() == Verb.EXTEND) hold.leaseUntil = until(now);
        return ok(ask.verb() == Verb.MOVE ? begin(ask.to(), "HELD", now, naming) : hold);
    }

    private static String next(Verb verb, String state) {
        return switch (verb + " " + state) {
            case "ACCEPT OFFERED", "EXTEND HELD" -> "HELD";
            case "DECLINE OFFERED" -> "DECLINED";
            case "RELEASE HELD" -> "RELEASED";
            case "COMPLETE HELD" -> "DONE";
            case "VERIFY DONE" -> "VERIFIED";
            case "REJECT DONE" -> "REJECTED";
            case "MOVE OFFERED", "MOVE HELD" -> "MOVED";
            case "END OFFERED", "END HELD" -> "NO_SHOW";
            case "END DONE", "END VERIFIED" -> "UNDONE";
            default -> null;
        };
    }

    /** Ends the leases that have run out, or as many of them as the sweeper gets to. */
    void sweep(long now, int most) {
        holds.values().stream()
                .filter(hold -> List.of("OFFERED", "HELD").contains(hold.state) && now >= hold.leaseUntil)
                .limit(most)
                .forEach(hold -> hold.state = "EXPIRED");
    }

    int taken() {
        return (int) holds.values().stream().filter(Hold::hasPlace).count();
    }

    Hold own(UUID member) {
        return holds.values().stream()
                .filter(hold -> hold.member.equals(member) && hold.hasPlace())
                .findFirst()
                .orElse(null);
    }

    List<Row> rows(UUID task) {
        var rows = new ArrayList<Row>();
        for (var hold : holds.values()) rows.add(new Row(hold.id, task, hold.member, hold.state, hold.fence));
        return rows;
    }

    private long until(long now) {
        return lease == Long.MAX_VALUE ? lease : now + lease;
    }

    private Result ok(Hold hold) {
        return new Result(200, "", hold, 0);
    }

    private static Result refused(String code) {
        return new Result(409, code, null, 0);
    }
}
