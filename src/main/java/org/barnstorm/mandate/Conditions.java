package org.barnstorm.mandate;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.barnstorm.authority.Limits;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which tasks a mandate is for, beside its campaign, as one writes and reads it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MandateConditions", description = "Which tasks a mandate is for; all that is said has to fit.")
public record Conditions(
        @Nullable
        @Size(min = 1, max = 20)
        @Schema(
                description = "Codes of kinds of work: only tasks of one of them. Left out for every kind, and none.",
                examples = "[\"canvass\", \"phone-bank\"]")
        SortedSet<@NotNull @Size(max = 40) @Pattern(regexp = CODE, message = CODE_RULE) String> kinds,

        @Nullable
        @Min(1)
        @Max(10000)
        @Schema(description = "Only tasks with so many places at most; left out for any number.", examples = "20")
        Integer maxPlaces) {

    /** As the kinds of work themselves have it, which live above mandates. */
    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    private static final String CODE_RULE = "must be lower-case words joined by hyphens";

    /** What one wants, in words that mandates are written in; null for no conditions. */
    static Limits limits(UUID campaignId, Conditions conditions) {
        if (conditions == null) return new Limits(campaignId, null, null);
        if (conditions.kinds == null && conditions.maxPlaces == null) {
            // Whoever says that there are some, and loses them on the way, means anything but a mandate without.
            throw Refusal.invalid(List.of(new Violation("/conditions", "Say kinds or maxPlaces, or leave it out.")));
        }
        return new Limits(campaignId, conditions.kinds, conditions.maxPlaces);
    }

    /** The other way round; null for none. */
    public static Conditions of(Limits limits) {
        if (limits.kinds() == null && limits.maxPlaces() == null) return null;
        return new Conditions(limits.kinds() == null ? null : new TreeSet<>(limits.kinds()), limits.maxPlaces());
    }
}
