package org.barnstorm.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RealmTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILE = Path.of("keycloak", "barnstorm-realm.json");

    @Test
    void the_realm_breaks_no_rule() throws IOException {
        assertThat(RealmRules.brokenBy(realm(), FILE.getFileName().toString())).isEmpty();
    }

    @Test
    void another_file_name_is_found() throws IOException {
        assertThat(RealmRules.brokenBy(realm(), "realm.json"))
                .containsExactly("the file must be called barnstorm-realm.json");
    }

    /** A rule that cannot fail protects nobody: each is broken once here. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("violations")
    void a_planted_violation_is_found(String rule, Planted violation) throws IOException {
        var realm = realm();
        violation.plant(realm);
        assertThat(RealmRules.brokenBy(realm, "barnstorm-realm.json"))
                .anySatisfy(broken -> assertThat(broken).contains(rule));
    }

    interface Planted {
        void plant(ObjectNode realm);
    }

    static Stream<Arguments> violations() {
        return Stream.of(realmViolations(), clientViolations(), secretViolations())
                .flatMap(violations -> violations);
    }

    private static Stream<Arguments> realmViolations() {
        return Stream.of(
                violation("verified", realm -> realm.put("verifyEmail", false)),
                violation("register themselves", realm -> realm.remove("registrationAllowed")),
                violation("TLS", realm -> realm.put("sslRequired", "none")),
                violation("en, fr and es", realm -> realm.withArray("supportedLocales")
                        .remove(1)),
                violation("brute force", realm -> realm.put("bruteForceProtected", false)),
                violation("ends by itself", realm -> realm.put("permanentLockout", true)),
                violation("least length", realm -> realm.remove("passwordPolicy")),
                violation("300 s", realm -> realm.put("accessTokenLifespan", 301)),
                violation("300 s", realm -> realm.remove("accessTokenLifespan")),
                violation("works once", realm -> realm.put("revokeRefreshToken", false)),
                violation("never used again", realm -> realm.put("refreshTokenMaxReuse", 1)),
                violation("no clientScopes", realm -> realm.putArray("clientScopes")),
                violation("defaultDefaultClientScopes", realm -> realm.putArray("defaultDefaultClientScopes")),
                violation("users", realm -> realm.putArray("users")),
                violation("a default role", realm -> realm.remove("defaultRole")),
                violation(
                        "is a member",
                        realm -> defaults(realm).withArray("realm").remove(0)),
                violation(
                        "nobody is an admin",
                        realm -> defaults(realm).withArray("realm").add("admin")),
                violation(
                        "the role admin",
                        realm -> realm.withObject("roles").withArray("realm").remove(1)));
    }

    private static Stream<Arguments> clientViolations() {
        return Stream.of(
                violation("no implicit flow", realm -> web(realm).put("implicitFlowEnabled", true)),
                violation("no implicit flow", realm -> web(realm).remove("implicitFlowEnabled")),
                violation("no password grant", realm -> web(realm).put("directAccessGrantsEnabled", true)),
                violation(
                        "no password grant", realm -> client(realm, "admin-cli").remove("directAccessGrantsEnabled")),
                violation("only the roles", realm -> web(realm).remove("fullScopeAllowed")),
                violation("built-in default scopes", realm -> web(realm).putArray("defaultClientScopes")),
                violation("PKCE", realm -> attributes(realm).remove("pkce.code.challenge.method")),
                violation("PKCE", realm -> attributes(realm).put("pkce.code.challenge.method", "plain")),
                violation("redirect addresses", RealmTest::forgetAddresses),
                violation("exact", realm -> web(realm).withArray("redirectUris").add("http://localhost:8080/*")),
                violation("exact", realm -> web(realm).withArray("webOrigins").add("*")),
                violation("exact", realm -> web(realm).withArray("webOrigins").add("+")),
                violation("exact", realm -> attributes(realm).put("post.logout.redirect.uris", "+")),
                violation("audience", realm -> web(realm).remove("protocolMappers")));
    }

    private static Stream<Arguments> secretViolations() {
        return Stream.of(
                violation("secret", realm -> web(realm).put("secret", "hush")),
                violation("secret", realm -> realm.withObject("smtpServer").put("password", "hush")),
                violation("secret", realm -> realm.withObject("components").putArray("privateKey")));
    }

    private static void forgetAddresses(ObjectNode realm) {
        web(realm).remove("redirectUris");
        web(realm).remove("webOrigins");
        attributes(realm).remove("post.logout.redirect.uris");
    }

    private static Arguments violation(String rule, Planted planted) {
        return Arguments.of(rule, planted);
    }

    private static ObjectNode realm() throws IOException {
        return (ObjectNode) JSON.readTree(FILE.toFile());
    }

    private static ObjectNode web(ObjectNode realm) {
        return client(realm, "barnstorm-web");
    }

    private static ObjectNode attributes(ObjectNode realm) {
        return web(realm).withObject("attributes");
    }

    private static ObjectNode client(ObjectNode realm, String id) {
        return StreamSupport.stream(realm.path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals(id))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode defaults(ObjectNode realm) {
        return StreamSupport.stream(realm.path("roles").path("realm").spliterator(), false)
                .filter(role -> role.path("name").asText().startsWith("default-roles-"))
                .map(role -> (ObjectNode) role.path("composites"))
                .findFirst()
                .orElseThrow();
    }
}
