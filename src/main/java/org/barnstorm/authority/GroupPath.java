package org.barnstorm.authority;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a group stands in the tree: slugs from the root, joined by dots, as in {@code uk.south-east.brighton-pavilion}. */
@Schema(
        type = SchemaType.STRING,
        description = "Slugs from the root, joined by dots. A slug has a-z, 0-9 and inner hyphens.",
        pattern = GroupPath.SHAPE,
        maxLength = GroupPath.LONGEST,
        examples = "uk.south-east.brighton-pavilion")
public record GroupPath(@JsonValue String value) implements Comparable<GroupPath> {
    public static final int LONGEST = 255;
    static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";
    static final String SHAPE = "^" + SLUG + "(\\." + SLUG + ")*$";

    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GroupPath {
        if (value == null || value.length() > LONGEST || !PATTERN.matcher(value).matches()) {
            throw Refusal.malformed(
                    "malformed-path", "A group's path is slugs of a-z, 0-9 and inner hyphens, joined by dots.");
        }
    }

    /** Read by the HTTP layer for path and query parameters. */
    public static GroupPath fromString(String value) {
        return new GroupPath(value);
    }

    /** True for this group itself and for every group below it. */
    public boolean covers(GroupPath other) {
        return other.value.equals(value) || other.value.startsWith(value + ".");
    }

    /** The group above, or nothing for a movement. */
    public Optional<GroupPath> parent() {
        var dot = value.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(new GroupPath(value.substring(0, dot)));
    }

    /** The last slug: the group's own. */
    public String slug() {
        return value.substring(value.lastIndexOf('.') + 1);
    }

    /** The root of the tree this group is in. */
    public GroupPath movement() {
        var dot = value.indexOf('.');
        return dot < 0 ? this : new GroupPath(value.substring(0, dot));
    }

    @Override
    public int compareTo(GroupPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
