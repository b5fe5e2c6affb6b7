package org.barnstorm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.barnstorm.local.Home;
import org.barnstorm.local.LocalFailure;
import org.barnstorm.local.LocalKeycloak;
import org.barnstorm.local.LocalRealm;
import org.barnstorm.local.Ports;
import org.barnstorm.local.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real Keycloak makes of the realm file. */
class TokenClaimsIT {
    private static final Set<String> EVERY_TOKEN =
            Set.of("exp", "iat", "jti", "iss", "aud", "sub", "typ", "azp", "acr", "scope", "email_verified");

    private final KeycloakPeople people = Servers.get().people();

    @Test
    void a_newcomer_who_registers_is_a_member_with_a_name() {
        var newcomer = people.register("Ada", "Byron");
        var claims = KeycloakPeople.claims(newcomer.token());
        requirePersonsClaims(claims, "barnstorm-web");
        assertThat(roles(claims)).containsExactly("member");
        assertThat(claims.path("given_name").asText()).isEqualTo("Ada");
        assertThat(claims.path("name").asText()).isEqualTo("Ada Byron");
        assertThat(claims.path("email").asText()).isEqualTo(newcomer.email());
        assertThat(claims.path("preferred_username").asText()).isEqualTo(newcomer.email());
    }

    @Test
    void who_has_registered_can_sign_in_again_and_is_the_same_person() {
        var newcomer = people.register("Ada", "Byron");
        var again = KeycloakPeople.claims(people.signIn(newcomer.email(), newcomer.password()));
        assertThat(again.path("sub"))
                .isEqualTo(KeycloakPeople.claims(newcomer.token()).path("sub"));
    }

    @ParameterizedTest
    @CsvSource({
        "admin, 1, admin member",
        "national-lead, 2, member",
        "local-lead, 3, member",
        "organiser, 4, member",
        "trainer, 5, member",
        "volunteer, 6, member",
        "newcomer, 7, member"
    })
    void demo_people_have_fixed_ids_and_their_roles(String name, int number, String roles) {
        var claims = KeycloakPeople.claims(people.token(name));
        requirePersonsClaims(claims, "barnstorm-cli");
        assertThat(claims.path("sub").asText()).isEqualTo("de300000-0000-4000-8000-%012d".formatted(number));
        assertThat(roles(claims)).containsExactlyInAnyOrder(roles.split(" "));
        assertThat(claims.path("locale").asText()).isEqualTo("en");
    }

    @Test
    void demo_people_can_use_the_sign_in_page() {
        var claims = KeycloakPeople.claims(people.signIn("volunteer", KeycloakPeople.PASSWORD));
        requirePersonsClaims(claims, "barnstorm-web");
        assertThat(claims.path("preferred_username").asText()).isEqualTo("volunteer");
    }

    /** Four marks by which the service can tell a machine from a person; one is enough. */
    @Test
    void a_service_account_is_no_member_and_is_marked() {
        var claims = KeycloakPeople.claims(people.serviceAccountToken());
        assertThat(names(claims))
                .containsAll(EVERY_TOKEN)
                .contains("client_id", "clientHost", "clientAddress", "preferred_username")
                .doesNotContain("realm_access", "name", "given_name", "family_name", "email", "sid");
        assertThat(claims.path("client_id").asText()).isEqualTo("barnstorm-integrator-example");
        assertThat(claims.path("azp")).isEqualTo(claims.path("client_id"));
        assertThat(claims.path("aud").asText()).isEqualTo("barnstorm-api");
        assertThat(claims.path("preferred_username").asText())
                .isEqualTo("service-account-barnstorm-integrator-example");
    }

    @Test
    void a_person_is_not_marked_as_a_machine() {
        assertThat(names(KeycloakPeople.claims(people.token("volunteer"))))
                .doesNotContain("client_id", "clientHost", "clientAddress");
    }

    @Test
    void the_app_gets_no_token_for_a_password() {
        var answer = people.grant(Map.of(
                "grant_type", "password",
                "client_id", "barnstorm-web",
                "username", "volunteer",
                "password", KeycloakPeople.PASSWORD));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("unauthorized_client");
    }

    @ParameterizedTest
    @CsvSource({"token", "id_token token", "code token"})
    void the_app_gets_no_token_without_a_code(String responseType) {
        var parameters = request();
        parameters.put("response_type", responseType);
        parameters.put("nonce", "n");
        assertThat(people.authorize(parameters).location()).contains("error=unauthorized_client");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "plain, some-text-of-at-least-forty-three-characters-000",
        "'', some-text-of-at-least-43-chars-00000000000"
    })
    void the_app_gets_no_code_without_pkce_s256(String method, String challenge) {
        var parameters = request();
        parameters.remove("code_challenge");
        parameters.remove("code_challenge_method");
        if (!method.isEmpty()) parameters.put("code_challenge_method", method);
        if (!challenge.isEmpty()) parameters.put("code_challenge", challenge);
        assertThat(people.authorize(parameters).location()).contains("error=invalid_request");
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080/app/evil", "http://localhost:8080/", "https://evil.example/app/"})
    void a_code_goes_nowhere_but_to_the_app(String address) {
        var parameters = request();
        parameters.put("redirect_uri", address);
        var answer = people.authorize(parameters);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
    }

    @Test
    void no_client_has_the_password_grant_or_the_implicit_flow_not_even_those_keycloak_makes() {
        var clients = Servers.get().keycloak().admin().get("/clients");
        assertThat(clients).hasSizeGreaterThan(5);
        assertThat(clients)
                .filteredOn(client -> client.path("directAccessGrantsEnabled").asBoolean()
                        || client.path("implicitFlowEnabled").asBoolean())
                .extracting(client -> client.path("clientId").asText())
                .containsExactly("barnstorm-cli");
    }

    @Test
    void passkeys_and_the_lockout_that_ends_have_arrived() {
        var realm = Servers.get().keycloak().admin().get("");
        assertThat(realm.path("webAuthnPolicyPasswordlessPasskeysEnabled").asBoolean())
                .isTrue();
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("permanentLockout").asBoolean()).isFalse();
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
    }

    @Test
    void a_realm_under_another_file_name_is_refused(@TempDir Path folder) {
        var home = Home.find();
        var ports = Ports.free();
        var options = new LocalKeycloak.Options(
                home.keycloakDistribution(),
                folder.resolve("keycloak"),
                LocalRealm.merged(home.realm()),
                "organisers-realm.json",
                ports.keycloak(),
                ports.keycloakManagement());
        assertThatExceptionOfType(LocalFailure.class)
                .isThrownBy(() -> LocalKeycloak.start(options, new Progress(System.out)))
                .withMessageContaining("File name should be barnstorm-realm.json");
    }

    private static Map<String, String> request() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("client_id", "barnstorm-web");
        parameters.put("redirect_uri", KeycloakPeople.APP);
        parameters.put("response_type", "code");
        parameters.put("scope", "openid");
        parameters.put("code_challenge", KeycloakPeople.challenge("any"));
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    private void requirePersonsClaims(JsonNode claims, String client) {
        assertThat(names(claims))
                .containsAll(EVERY_TOKEN)
                .contains("sid", "realm_access", "preferred_username", "name", "given_name", "family_name", "email");
        assertThat(claims.path("typ").asText()).isEqualTo("Bearer");
        assertThat(claims.path("azp").asText()).isEqualTo(client);
        assertThat(claims.path("aud").asText()).isEqualTo("barnstorm-api");
        assertThat(claims.path("sub").asText()).isNotEmpty();
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    }

    private static List<String> roles(JsonNode claims) {
        return StreamSupport.stream(claims.path("realm_access").path("roles").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Set<String> names(JsonNode claims) {
        var names = new TreeSet<String>();
        claims.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
