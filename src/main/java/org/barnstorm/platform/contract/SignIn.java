package org.barnstorm.platform.contract;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** How callers sign in: the authorization-code flow of OpenID Connect with PKCE, at the issuer the service trusts. */
final class SignIn {
    static final String SCHEME = "keycloak";
    /** In the committed document, which belongs to no deployment; a running service names its own issuer. */
    static final String EXAMPLE_ISSUER = "https://id.example.org/realms/barnstorm";

    private SignIn() {}

    static void declare(OpenAPI api) {
        var scheme = OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("""
                        An access token of the movement's Keycloak, sent as `Authorization: Bearer`. Apps get one with the
                        authorization-code flow and PKCE (S256). A token says who calls; what they may do is decided here, so
                        there are no scopes to ask for.
                        """)
                .flows(OASFactory.createOAuthFlows()
                        .authorizationCode(OASFactory.createOAuthFlow().scopes(Map.of())));
        api.getComponents().setSecuritySchemes(Map.of(SCHEME, scheme));
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
        at(api, EXAMPLE_ISSUER);
    }

    /** Names the issuer's addresses, which Keycloak derives from its own like this. */
    static void at(OpenAPI api, String issuer) {
        var flow =
                api.getComponents().getSecuritySchemes().get(SCHEME).getFlows().getAuthorizationCode();
        flow.setAuthorizationUrl(issuer + "/protocol/openid-connect/auth");
        flow.setTokenUrl(issuer + "/protocol/openid-connect/token");
        flow.setRefreshUrl(issuer + "/protocol/openid-connect/token");
    }
}
