package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which results of a task somebody else looks at. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Embeddable
@Schema(description = "Which results somebody else looks at before they count as verified.")
public record Verification(
        @NotNull
        @Enumerated(EnumType.STRING)
        @Column(name = "verification")
        @Schema(description = "Which results.", examples = "SAMPLE")
        Mode mode,

        @Min(1)
        @Max(99)
        @Nullable
        @Column(name = "verification_percent")
        @Schema(description = "For SAMPLE: how many of a hundred, chosen by chance.", examples = "20")
        Integer percent,

        @Min(1)
        @Max(100)
        @Nullable
        @Column(name = "verification_first")
        @Schema(description = "For NEW_PEOPLE: how many of a person's first results.", examples = "3")
        Integer first) {

    static final Verification OF_EVERYTHING = new Verification(Mode.ALWAYS, null, null);

    /** Which results. */
    @Schema(
            name = "VerificationMode",
            description = "NONE of them; a SAMPLE by chance; ALWAYS; or of NEW_PEOPLE, a person's first results.")
    enum Mode {
        NONE,
        SAMPLE,
        ALWAYS,
        NEW_PEOPLE
    }

    /**
     * Whether somebody else has to look at a result.
     *
     * @param resultsBefore how many results of this person stand already; asked only where it matters
     */
    boolean isNeeded(LongSupplier resultsBefore, RandomGenerator chance) {
        return switch (mode) {
            case NONE -> false;
            case SAMPLE -> chance.nextInt(100) < percent;
            case ALWAYS -> true;
            case NEW_PEOPLE -> resultsBefore.getAsLong() < first;
        };
    }

    /** Whether somebody else is sure to look at a result, and not only by chance. */
    boolean isSure(LongSupplier resultsBefore) {
        return mode == Mode.ALWAYS || mode == Mode.NEW_PEOPLE && resultsBefore.getAsLong() < first;
    }

    /** SAMPLE says how many of a hundred, NEW_PEOPLE how many first ones; nobody else does. */
    boolean whole() {
        return (mode == Mode.SAMPLE) == (percent != null) && (mode == Mode.NEW_PEOPLE) == (first != null);
    }
}
