package org.barnstorm.task.kind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
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
