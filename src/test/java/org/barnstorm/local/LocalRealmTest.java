package org.barnstorm.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalRealmTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalRealm realm = LocalRealm.merged(Path.of("keycloak", "barnstorm-realm.json"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'a':1,'b':2}                     | {'b':3,'c':4}                 | {'a':1,'b':3,'c':4}
                    {'o':{'a':1,'b':2}}               | {'o':{'b':3}}                 | {'o':{'a':1,'b':3}}
                    {'l':['x','y']}                   | {'l':['z']}                   | {'l':['z']}
                    {'l':[{'name':'x','v':1}]}        | {'l':[{'name':'y'}]}          | {'l':[{'name':'x','v':1},{'name':'y'}]}
                    {'l':[{'name':'x','v':1,'w':2}]}  | {'l':[{'name':'x','v':3}]}    | {'l':[{'name':'x','v':3,'w':2}]}
                    {'l':[{'clientId':'x'}]}          | {'l':[{'name':'x'}]}          | {'l':[{'clientId':'x'},{'name':'x'}]}
                    """)
    void an_overlay_adds_and_changes(String base, String overlay, String merged) throws JsonProcessingException {
        assertThat(LocalRealm.merge(object(base), object(overlay))).isEqualTo(object(merged));
    }

    @Test
    void everybody_in_the_table_has_an_account_that_is_fit_to_sign_in() {
        var people = list("users");
        assertThat(people)
                .extracting(person -> person.path("username").asText())
                .containsExactlyElementsOf(Table.ACCOUNTS);
        assertThat(people).allSatisfy(person -> {
            assertThat(person.path("id").asText()).isNotEmpty();
            assertThat(person.path("email").asText())
                    .isEqualTo(person.path("username").asText() + "@demo.barnstorm.test");
            assertThat(person.path("emailVerified").asBoolean()).isTrue();
            // Without both names Keycloak says at sign-in that the account is not fully set up.
            assertThat(person.path("firstName").asText()).isNotEmpty();
            assertThat(person.path("lastName").asText()).isNotEmpty();
            // Imported people do not get the default roles.
            assertThat(person.path("realmRoles"))
                    .anySatisfy(role -> assertThat(role.asText()).isEqualTo("member"));
        });
        assertThat(people).extracting(person -> person.path("id").asText()).doesNotHaveDuplicates();
    }

    @Test
    void people_can_sign_in_to_the_web_client_at_one_more_address() {
        var there = realm.withAppAt("http://localhost:9999");
        var client = web(there);
        assertThat(client.path("redirectUris").toString())
                .contains("http://localhost:8080/app/", "http://localhost:9999/app/");
        assertThat(client.path("webOrigins").toString()).contains("http://localhost:8080\"", "http://localhost:9999\"");
        assertThat(client.path("attributes").path("post.logout.redirect.uris").asText())
                .startsWith("http://localhost:8080/app/##")
                .endsWith("##http://localhost:9999/app/");
        assertThat(client.path("protocolMappers")).isNotEmpty();
        assertThat(there.withAppAt("http://localhost:9999")).isSameAs(there);
        assertThat(realm.withAppAt("http://localhost:8080")).isSameAs(realm);
    }

    private static JsonNode web(LocalRealm realm) {
        return StreamSupport.stream(realm.content().path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals("barnstorm-web"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void only_admin_is_admin() {
        assertThat(list("users"))
                .filteredOn(person -> person.path("realmRoles").toString().contains("\"admin\""))
                .extracting(person -> person.path("username").asText())
                .containsExactly("admin");
    }

    @Test
    void the_overlay_keeps_what_it_does_not_name() {
        assertThat(list("clients"))
                .extracting(client -> client.path("clientId").asText())
                .contains("barnstorm-web", "barnstorm-integrator-example", "admin-cli", "barnstorm-cli");
        assertThat(realm.content().path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.content().path("verifyEmail").asBoolean()).isFalse();
        assertThat(realm.fileName()).isEqualTo("barnstorm-realm.json");
    }

    @Test
    void a_changed_realm_has_another_hash() {
        var changed = realm.content().deepCopy().put("accessTokenLifespan", 60);
        assertThat(new LocalRealm(changed).hash()).isNotEqualTo(realm.hash());
        assertThat(LocalRealm.merged(Path.of("keycloak", "barnstorm-realm.json"))
                        .hash())
                .isEqualTo(realm.hash());
    }

    private List<JsonNode> list(String field) {
        return StreamSupport.stream(realm.content().path(field).spliterator(), false)
                .toList();
    }

    private static ObjectNode object(String text) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }
}
