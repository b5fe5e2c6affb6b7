package org.barnstorm.platform.contract;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.barnstorm.platform.security.Scope;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * How callers sign in at the issuer the service trusts: people by the authorization-code flow of OpenID Connect with PKCE,
 * programs with the credentials of their client.
 */
final class SignIn {
    static final String SCHEME = "keycloak";
    static final String PROGRAM = "program";
    /** In the committed document, which belongs to no deployment; a running service names its own issuer. */
    static final String EXAMPLE_ISSUER = "https://id.example.org/realms/barnstorm";

    private SignIn() {}

    static void declare(OpenAPI api) {
        var schemes = new LinkedHashMap<String, SecurityScheme>();
        schemes.put(SCHEME, people());
        schemes.put(PROGRAM, programs());
        api.getComponents().setSecuritySchemes(schemes);
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
        at(api, EXAMPLE_ISSUER);
    }

    private static SecurityScheme people() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("""
                        A person's access token from the movement's Keycloak, sent as `Authorization: Bearer`. Apps get one with
                        the authorization-code flow and PKCE (S256). A token says who calls; what they may do is decided here.
                        The movement's own apps need no scopes. Any other app can call the operations that name a scope, with a
                        token that has it, and never does more than the person may.
                        """)
                .flows(OASFactory.createOAuthFlows()
                        .authorizationCode(OASFactory.createOAuthFlow().scopes(scopes())));
    }

    private static SecurityScheme programs() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("""
                        A token that a program got for itself. It is good for what its integration says: named scopes in a part
                        of the tree, until a day. See docs/integrators.md.
                        """)
                .flows(OASFactory.createOAuthFlows()
                        .clientCredentials(OASFactory.createOAuthFlow().scopes(scopes())));
    }

    private static Map<String, String> scopes() {
        var scopes = new LinkedHashMap<String, String>();
        Arrays.stream(Scope.values()).forEach(scope -> scopes.put(scope.value(), scope.meaning()));
        return scopes;
    }

    /** What opens an operation to others than the movement's own apps: any of these. */
    static void require(List<Scope> scopes, Operation operation) {
        if (scopes.isEmpty()) return;
        operation.setSecurity(Stream.of(SCHEME, PROGRAM)
                .flatMap(scheme -> scopes.stream()
                        .map(scope -> OASFactory.createSecurityRequirement().addScheme(scheme, scope.value())))
                .toList());
    }

    /** What programs alone may call, whether somebody has let them in or not. */
    static void requireProgram(Operation operation) {
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(PROGRAM)));
    }

    /** What is for everybody, signed in or not. */
    static void requireNothing(Operation operation) {
        operation.setSecurity(List.of());
    }

    /** Names the issuer's addresses, which Keycloak derives from its own like this. */
    static void at(OpenAPI api, String issuer) {
        var schemes = api.getComponents().getSecuritySchemes();
        var people = schemes.get(SCHEME).getFlows().getAuthorizationCode();
        var tokens = issuer + "/protocol/openid-connect/token";
        people.setAuthorizationUrl(issuer + "/protocol/openid-connect/auth");
        people.setTokenUrl(tokens);
        people.setRefreshUrl(tokens);
        schemes.get(PROGRAM).getFlows().getClientCredentials().setTokenUrl(tokens);
    }
}
