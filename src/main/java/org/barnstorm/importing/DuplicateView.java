package org.barnstorm.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line that may be somebody who is there already, and whom it resembles. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "PossibleDuplicate",
        description = "A line with the telephone number of somebody who has another e-mail address.")
record DuplicateView(
        @Schema(description = "Where the line begins in the file.", examples = "17")
        long line,

        @Nullable @Schema(description = "Address in the line; absent once it is handled.", examples = "ada@example.org")
        String email,

        @Nullable @Schema(description = "Telephone that both have.", examples = "+441632960001")
        String phone,

        @Nullable @Schema(description = "First name in the line.", examples = "Ada")
        String firstName,

        @Nullable @Schema(description = "Last name in the line.", examples = "Lovelace")
        String lastName,

        @Schema(description = "Whom the line resembles.") Resembles resembles,

        @Nullable @Schema(description = "What somebody decided; absent while nobody has.")
        Decision decision) {

    /** An earlier line, somebody who is expected, or a member. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Resembles", description = "An earlier line, somebody who is expected, or a member: one of them.")
    record Resembles(
            @Nullable @Schema(description = "Earlier line of the same file.", examples = "3")
            Long line,

            @Nullable @Schema(description = "Id of a contact.")
            UUID contactId,

            @Nullable @Schema(description = "Id of a member of the group.")
            UUID memberId,

            @Nullable @Schema(description = "First name and initial of the member.", examples = "Ada L.")
            String name) {}

    static DuplicateView of(Line line, String name) {
        var who = line.who();
        return new DuplicateView(
                line.line(),
                who == null ? null : who.email(),
                who == null ? null : who.phone(),
                who == null ? null : who.firstName(),
                who == null ? null : who.lastName(),
                new Resembles(
                        line.like().line(), line.like().contact(), line.like().member(), name),
                line.decision());
    }
}
