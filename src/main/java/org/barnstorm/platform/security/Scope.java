package org.barnstorm.platform.security;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a program, or somebody's app, may be limited to. Each opens some operations; what none opens stays closed. */
@Schema(
        type = SchemaType.STRING,
        description =
                "What an integration, or an app that is not the movement's own, may do. docs/integrators.md explains each.",
        enumeration = {
            "groups:read",
            "tasks:read",
            "tasks:write",
            "assignments:write",
            "members:read",
            "members:write",
            "changes:read",
            "webhooks:manage"
        },
        examples = "tasks:read")
public enum Scope {
    GROUPS_READ("groups:read", "See the groups"),
    TASKS_READ("tasks:read", "See tasks that are not drafts, and in the feed who holds their places"),
    TASKS_WRITE("tasks:write", "Make, edit, publish, close and cancel tasks, and see drafts"),
    ASSIGNMENTS_WRITE("assignments:write", "Offer places to people, and see who holds them"),
    MEMBERS_READ("members:read", "See who is a member of a group"),
    MEMBERS_WRITE("members:write", "Invite people into the group, and see who is suspended"),
    CHANGES_READ("changes:read", "Follow the changes of groups, and of what the other scopes show"),
    WEBHOOKS_MANAGE("webhooks:manage", "Have those changes sent to addresses of its own");

    private final String value;
    private final String meaning;

    Scope(String value, String meaning) {
        this.value = value;
        this.meaning = meaning;
    }

    /** As it stands in tokens, in JSON and in the contract. */
    @JsonValue
    public String value() {
        return value;
    }

    /** What it allows, in words. */
    public String meaning() {
        return meaning;
    }

    @JsonCreator
    public static Scope fromString(String value) {
        return named(value)
                .orElseThrow(() -> Refusal.malformed(
                        "malformed-json",
                        "There is no scope '" + value + "'. Known here: "
                                + Arrays.stream(values()).map(Scope::value).collect(Collectors.joining(", "))));
    }

    private static Optional<Scope> named(String value) {
        return Arrays.stream(values())
                .filter(scope -> scope.value.equals(value))
                .findFirst();
    }

    /** Those of a token's {@code scope} claim that are ours; others, such as {@code openid}, mean nothing here. */
    public static Set<Scope> in(String claim) {
        if (claim == null) return Set.of();
        return Arrays.stream(claim.split(" "))
                .flatMap(value -> named(value).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
