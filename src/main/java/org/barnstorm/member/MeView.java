package org.barnstorm.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person sees of themselves. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Me", description = "What a person sees of themselves.")
record MeView(
        @Schema(description = "Id of the member; how others refer to them.")
        UUID id,

        @Schema(description = "Content version, as in the ETag.", examples = "0")
        long version,

        @Schema(description = "Name they want to be called by.", examples = "Ada Lovelace")
        String name,

        @Nullable
        @Schema(description = "E-mail address, as verified when they signed in first.", examples = "ada@example.org")
        String email,

        @Nullable @Schema(description = "Telephone in E.164.", examples = "+441632960001")
        String phone,

        @Schema(description = "Language tag (BCP 47).", examples = "en")
        String language,

        @Nullable @Schema(description = "Roughly where home is.")
        GeoPoint home,

        @Schema(description = "Groups they are in, asked to join, or are invited to.")
        List<MembershipView> memberships,

        @Schema(
                description =
                        "Groups that expect them: somebody brought them in by their e-mail address. Joining one makes them ACTIVE there at once.",
                examples = "[\"uk.south-east.brighton-pavilion\"]")
        List<GroupPath> expectedIn)
        implements Versioned {

    static MeView of(UUID id, Person person, List<MembershipView> memberships, List<GroupPath> expectedIn) {
        var profile = person.profile();
        return new MeView(
                id,
                person.version(),
                profile.name(),
                person.email(),
                profile.phone(),
                profile.language(),
                profile.home(),
                memberships,
                expectedIn);
    }
}
