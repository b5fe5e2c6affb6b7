package org.barnstorm.app;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/")
@RolesAllowed("member")
@Tag(name = "about", description = "What a client app needs to know before it can sign anybody in.")
class AboutResource {
    private static final String NAME = "Barnstorm";

    private final AboutView about;

    AboutResource(
            AppConfig config,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
        var tiles = config.tiles().map(each -> new AboutView.TilesView(each.url(), each.attribution()));
        this.about = new AboutView(NAME, version, issuer, config.clientId(), tiles.orElse(null));
    }

    @GET
    @Path("about")
    @PermitAll
    @Operation(operationId = "getAbout", summary = "What to know before signing in", description = """
                    Where people sign in, and where maps get their pictures from. The only operation that takes no token; whoever
                    sends none is counted by network address. May be kept for five minutes, by any cache.
                    """)
    public AboutView about() {
        return about;
    }
}
