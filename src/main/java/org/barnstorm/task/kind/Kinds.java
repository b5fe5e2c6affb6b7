package org.barnstorm.task.kind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/** What tasks ask about kinds of work. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Kinds {
    /** Lower-case words joined by hyphens: codes of kinds and of outcomes. */
    public static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    public static final String CODE_RULE = "must be lower-case words joined by hyphens";

    private final KindRepository kinds;
    private final Groups groups;

    Kinds(KindRepository kinds, Groups groups) {
        this.kinds = kinds;
        this.groups = groups;
    }

    /**
     * Refuses a code that is no kind of work in this group.
     *
     * @param kind null for work of no kind, which every group has
     */
    public void require(UUID groupId, String kind) {
        if (kind == null) return;
        var group = groups.withId(groupId);
        if (kinds.nearest(groups.line(group), kind).isPresent()) return;
        throw Refusal.invalid(
                        "unknown-kind",
                        "There is no kind of work \"" + kind + "\" in " + group.path()
                                + "; see its list of kinds, or ask a lead to add one.")
                .with("kind", kind);
    }

    /** Those of these codes that one group has a kind of its own for, and another group has not. */
    public List<String> missing(Collection<String> codes, GroupRef from, GroupRef into) {
        return codes.isEmpty() ? List.of() : kinds.missing(codes, from.id(), into.id());
    }

    /** The code of a kind of work, in the group of a task. */
    public record Named(UUID groupId, String code) {}

    /** What people call these kinds of work, each by the nearest group that says it; one that is gone is not in it. */
    public Map<Named, String> labels(Collection<Named> wanted) {
        if (wanted.isEmpty()) return Map.of();
        var lines = wanted.stream()
                .map(Named::groupId)
                .distinct()
                .collect(Collectors.toMap(id -> id, id -> groups.line(groups.withId(id))));
        var codes = wanted.stream().map(Named::code).collect(Collectors.toSet());
        var all = lines.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        var known = kinds.list("code in ?1 and groupId in ?2", codes, all);
        var labels = new HashMap<Named, String>();
        for (var each : wanted) {
            var line = lines.get(each.groupId());
            known.stream()
                    .filter(kind -> kind.code().equals(each.code()) && line.contains(kind.groupId()))
                    .min(Comparator.comparing(kind -> line.indexOf(kind.groupId())))
                    .ifPresent(kind -> labels.put(each, kind.label()));
        }
        return labels;
    }

    /**
     * What a result of a task means for the place, in the vocabulary of the task's kind. Work without a kind, or of one
     * from before there were vocabularies, is done whatever the code.
     *
     * @param quantity null when none was given
     */
    public Effect effectOf(UUID groupId, String kind, String outcome, Integer quantity) {
        if (kind == null) return Effect.CLOSES;
        return kinds.nearest(groups.line(groups.withId(groupId)), kind)
                .map(known -> known.effectOf(outcome, quantity))
                .orElse(Effect.CLOSES);
    }
}
