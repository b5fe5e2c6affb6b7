package org.barnstorm.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What must hold for every realm file that production imports. Each broken rule is one sentence. */
final class RealmRules {
    private static final int LONGEST_TOKEN_LIFE = 300;

    /** Fields whose content would be a secret in a public repository. */
    private static final Set<String> SECRETS =
            Set.of("secret", "privatekey", "password", "credentials", "registrationaccesstoken", "secretdata", "value");

    private static final Pattern ADDRESS = Pattern.compile("https?://[a-z0-9.-]+(:\\d+)?(/[^*?#\\s]*)?");

    private final List<String> broken = new ArrayList<>();

    static List<String> brokenBy(JsonNode realm, String fileName) {
        var rules = new RealmRules();
        rules.check(realm, fileName);
        return rules.broken;
    }

    private void check(JsonNode realm, String fileName) {
        var name = realm.path("realm").asText();
        demand(fileName.equals(name + "-realm.json"), "the file must be called " + name + "-realm.json");
        people(realm);
        attacks(realm);
        tokens(realm);
        roles(realm, name);
        clients(realm).forEach(this::client);
        demand(
                secrets(realm).findAny().isEmpty(),
                "secret in the file: " + secrets(realm).toList());
    }

    private void people(JsonNode realm) {
        demand(!realm.has("users"), "users do not belong in the file");
        demand(on(realm, "registrationAllowed"), "people register themselves");
        demand(on(realm, "verifyEmail"), "e-mail addresses are verified");
        demand(texts(realm.path("supportedLocales")).toList().containsAll(List.of("en", "fr", "es")), "en, fr and es");
        demand(!realm.path("sslRequired").asText().equalsIgnoreCase("none"), "TLS is required from outside");
    }

    private void attacks(JsonNode realm) {
        demand(on(realm, "bruteForceProtected"), "brute force protection is on");
        demand(!on(realm, "permanentLockout"), "a lockout ends by itself, or anybody could lock anybody out for good");
        demand(realm.path("passwordPolicy").asText().contains("length("), "passwords have a least length");
    }

    private void tokens(JsonNode realm) {
        var life = realm.path("accessTokenLifespan").asInt(Integer.MAX_VALUE);
        demand(life > 0 && life <= LONGEST_TOKEN_LIFE, "access tokens live 300 s at most");
        demand(on(realm, "revokeRefreshToken"), "a refresh token works once");
        demand(realm.path("refreshTokenMaxReuse").asInt(1) == 0, "a refresh token is never used again");
        // The list in the file would replace the built-in one, and tokens would lack `sub` and their roles.
        demand(!realm.has("clientScopes"), "no clientScopes: the built-in ones must stay");
        demand(!realm.has("defaultDefaultClientScopes"), "no defaultDefaultClientScopes: the built-in ones must stay");
    }

    private void roles(JsonNode realm, String name) {
        var roles = realm.path("roles").path("realm");
        var defaults = list(roles)
                .filter(role -> role.path("name").asText().equals("default-roles-" + name))
                .flatMap(role -> texts(role.path("composites").path("realm")))
                .toList();
        demand(realm.path("defaultRole").path("name").asText().equals("default-roles-" + name), "a default role");
        demand(defaults.contains("member"), "whoever registers is a member");
        demand(!defaults.contains("admin"), "nobody is an admin by registering");
        demand(list(roles).anyMatch(role -> role.path("name").asText().equals("admin")), "the role admin");
    }

    private void client(JsonNode client) {
        var id = client.path("clientId").asText();
        demand(off(client, "implicitFlowEnabled"), id + ": no implicit flow");
        demand(off(client, "directAccessGrantsEnabled"), id + ": no password grant");
        demand(off(client, "fullScopeAllowed"), id + ": only the roles it needs");
        demand(!client.has("defaultClientScopes"), id + ": the built-in default scopes must stay");
        addresses(client).forEach(address -> demand(exact(address), id + ": not an exact address: " + address));
        if (on(client, "publicClient") && on(client, "standardFlowEnabled")) {
            var method = client.path("attributes").path("pkce.code.challenge.method");
            demand(method.asText().equals("S256"), id + ": PKCE with S256");
            demand(addresses(client).findAny().isPresent(), id + ": redirect addresses");
        }
        if (id.startsWith("barnstorm-")) demand(hasAudience(client), id + ": audience barnstorm-api");
    }

    private static boolean hasAudience(JsonNode client) {
        return list(client.path("protocolMappers"))
                .filter(mapper -> mapper.path("protocolMapper").asText().equals("oidc-audience-mapper"))
                .map(mapper -> mapper.path("config"))
                .anyMatch(config ->
                        config.path("included.custom.audience").asText().equals("barnstorm-api")
                                && config.path("access.token.claim").asText().equals("true"));
    }

    /** Origins and redirects of every kind; {@code +} in web origins means "as the redirects", which are checked too. */
    private static Stream<String> addresses(JsonNode client) {
        var afterLogout =
                client.path("attributes").path("post.logout.redirect.uris").asText();
        return Stream.of(
                        texts(client.path("redirectUris")),
                        texts(client.path("webOrigins")),
                        Stream.of(afterLogout.split("##")).filter(address -> !address.isEmpty()))
                .flatMap(addresses -> addresses);
    }

    private static boolean exact(String address) {
        return ADDRESS.matcher(address).matches();
    }

    private static Stream<String> secrets(JsonNode node) {
        var here = node.properties().stream()
                .filter(field -> SECRETS.contains(field.getKey().toLowerCase()))
                .map(field -> field.getKey() + "=" + field.getValue());
        return Stream.concat(here, list(node).flatMap(RealmRules::secrets));
    }

    private static Stream<JsonNode> clients(JsonNode realm) {
        return list(realm.path("clients"));
    }

    private static Stream<JsonNode> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static Stream<String> texts(JsonNode node) {
        return list(node).map(JsonNode::asText);
    }

    private static boolean on(JsonNode node, String field) {
        return node.path(field).asBoolean(false);
    }

    /** Said, and said no: for most of these Keycloak's own default is yes. */
    private static boolean off(JsonNode node, String field) {
        return !node.path(field).asBoolean(true);
    }

    private void demand(boolean holds, String rule) {
        if (!holds) broken.add(rule);
    }
}
