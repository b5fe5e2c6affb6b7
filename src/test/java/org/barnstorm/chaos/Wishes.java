package org.barnstorm.chaos;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.chaos.client.Op;
import org.barnstorm.chaos.client.Verb;

/** All that clients asked for and that may have happened. */
final class Wishes {
    private record Asked(UUID task, UUID member) {}

    /** Holds of which somebody was told that they began. */
    private final Set<UUID> told = new HashSet<>();
    /** Who may have got a place without being told. */
    private final Set<Asked> maybe = new HashSet<>();

    private final Set<Asked> left = new HashSet<>();
    private final Set<Asked> claimed = new HashSet<>();
    private final Map<Verb, Set<UUID>> acted = new EnumMap<>(Verb.class);

    static Wishes of(Ops ops) {
        var wishes = new Wishes();
        ops.all().stream().filter(op -> op.isOk() || op.isUnknown()).forEach(wishes::add);
        return wishes;
    }

    private void add(Op op) {
        var verb = op.verb();
        var next = verb.passes() ? op.about().to() : op.member();
        if (verb.takes() || verb.passes()) {
            if (op.isOk()) told.add(op.told().id());
            else maybe.add(new Asked(op.task(), next));
        }
        if (verb == Verb.WAIT) maybe.add(new Asked(op.task(), op.member())); // from now on the service may offer one
        if (verb == Verb.CLAIM) claimed.add(new Asked(op.task(), op.member()));
        if (verb == Verb.LEAVE) left.add(new Asked(op.task(), op.member()));
        if (op.about().hold() != null) {
            acted.computeIfAbsent(verb, any -> new HashSet<>()).add(op.about().hold());
        }
    }

    boolean begin(UUID hold, UUID task, UUID member) {
        return told.contains(hold) || maybe.contains(new Asked(task, member));
    }

    /** Whoever leaves a wait list declines what they were offered from it, and whoever claims accepts it. */
    boolean act(Verb verb, UUID hold, UUID task, UUID member) {
        return acted.getOrDefault(verb, Set.of()).contains(hold)
                || verb == Verb.ACCEPT && claimed.contains(new Asked(task, member))
                || verb == Verb.DECLINE && left.contains(new Asked(task, member));
    }
}
