package org.barnstorm.app;

import jakarta.annotation.Nullable;
import org.barnstorm.platform.http.Cached;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client app needs to know before it can sign anybody in. */
@Schema(name = "About", description = "What a client app needs to know before it can sign anybody in.")
record AboutView(
        @Schema(description = "What runs here.", examples = "Barnstorm")
        String name,

        @Schema(description = "Which version of it.", examples = "0.1.0")
        String version,

        @Schema(
                description =
                        "Where people sign in, by OpenID Connect; `/.well-known/openid-configuration` below it says how.",
                examples = "https://id.example.org/realms/barnstorm")
        String issuer,

        @Schema(description = "As which client the movement's own web app signs people in.", examples = "barnstorm-web")
        String clientId,

        @Nullable @Schema(description = "Where pictures for maps come from; absent when there are none.")
        TilesView tiles)
        implements Cached {

    /** Where pictures for maps come from. */
    @Schema(name = "Tiles", description = "Where pictures for maps come from.")
    record TilesView(
            @Schema(
                    description =
                            "Address of one picture: zoom, column and row take the places of `{z}`, `{x}` and `{y}`.",
                    examples = "https://tiles.example.org/{z}/{x}/{y}.png")
            String url,

            @Schema(description = "Who made them, to be shown on every map.", examples = "© The mappers of Example")
            String attribution) {}

    /** The same for everybody, and changed by a restart only. */
    @Override
    public String cacheControl() {
        return "public, max-age=300";
    }
}
