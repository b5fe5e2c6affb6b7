package org.barnstorm.osdi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a form elsewhere has brought. All of it but the address is left alone: nothing is kept of who is not here yet. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(
        name = "OsdiSignup",
        description =
                "Whom to invite, as OSDI's signup helper has it. Of a person only the e-mail address is looked at; further fields are left alone.")
record SignupBody(
        @Valid @NotNull @Schema(description = "Who.") Invitee person,

        @Size(max = 100) @JsonProperty("add_tags") @Schema(description = "Empty or absent: people have no tags here.")
        List<@NotNull @Size(max = 300) String> addTags,

        @Size(max = 100) @JsonProperty("add_lists") @Schema(description = "Empty or absent: there are no lists here.")
        List<@NotNull @Size(max = 300) String> addLists) {

    /** Who. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "OsdiInvitee", description = "Who. Other fields of a person are not kept.")
    record Invitee(
            @Valid
            @NotNull
            @Size(min = 1, max = 20)
            @JsonProperty("email_addresses")
            @Schema(description = "Theirs; the primary one counts, or else the first.")
            List<@NotNull Email> emailAddresses) {}

    /** An e-mail address. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "OsdiEmail", description = "An e-mail address.")
    record Email(
            @NotBlank @Size(max = 254) @Schema(description = "The address.", examples = "ada@example.org")
            String address,

            @Schema(description = "Whether it is the one to use.", examples = "true")
            Boolean primary) {}

    /** Refuses to promise what will not happen. */
    SignupBody requireSupported() {
        var violations = new ArrayList<Violation>();
        if (addTags != null && !addTags.isEmpty())
            violations.add(new Violation("/add_tags", "People have no tags here: leave it out."));
        if (addLists != null && !addLists.isEmpty())
            violations.add(new Violation("/add_lists", "There are no lists here: leave it out."));
        if (!violations.isEmpty()) throw Refusal.invalid(violations);
        return this;
    }

    String email() {
        var addresses = person.emailAddresses();
        return addresses.stream()
                .filter(each -> Boolean.TRUE.equals(each.primary()))
                .findFirst()
                .orElse(addresses.get(0))
                .address();
    }
}
