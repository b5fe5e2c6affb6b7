package org.barnstorm.authority;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;
import static org.barnstorm.authority.Capability.MEMBER_MANAGE;
import static org.barnstorm.authority.Capability.MEMBER_READ;
import static org.barnstorm.authority.Capability.TASK_ASSIGN;
import static org.barnstorm.authority.Capability.TASK_CREATE;
import static org.barnstorm.authority.Capability.TASK_EDIT;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.security.Scope;

/** What scopes mean in capabilities: what no scope names, no program and no other people's app can do. */
public final class ScopeRights {
    private ScopeRights() {}

    /** The most that these scopes leave of anybody's authority. */
    public static Set<Capability> capabilities(Collection<Scope> scopes) {
        return scopes.stream().flatMap(scope -> of(scope).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Capability> of(Scope scope) {
        return switch (scope) {
            case TASKS_READ -> Set.of(ASSIGNMENT_READ);
            case TASKS_WRITE -> Set.of(TASK_CREATE, TASK_EDIT);
            case ASSIGNMENTS_WRITE -> Set.of(TASK_ASSIGN, ASSIGNMENT_READ);
            case MEMBERS_READ -> Set.of(MEMBER_READ);
            case MEMBERS_WRITE -> Set.of(MEMBER_MANAGE);
            case GROUPS_READ, CHANGES_READ, WEBHOOKS_MANAGE ->
                Set.of(); // they open operations and show nothing by themselves
        };
    }

    /**
     * Refuses an operation that none of these scopes opens.
     *
     * @param needed any of them is enough; empty when no scope opens it
     */
    public static void require(Set<Scope> needed, Collection<Scope> granted) {
        if (needed.isEmpty()) {
            throw Refusal.forbidden(
                    "scope-missing", "No scope opens this operation: it is for people in the movement's own apps.");
        }
        if (!Collections.disjoint(needed, granted)) return;
        var one = needed.stream().sorted().map(Scope::value).collect(Collectors.joining(" or "));
        throw Refusal.forbidden(
                        "scope-missing",
                        "This takes the scope " + one
                                + ". An integration gets it when it is made, an app when somebody signs in with it.")
                .with("scope", one);
    }
}
