package org.barnstorm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.barnstorm.local.KeycloakAdmin;

/** People with accounts in the suite's Keycloak, and the ways in which they get a token. */
public final class KeycloakPeople {
    public static final String PASSWORD = "barnstorm";
    public static final String APP = "http://localhost:8080/app/";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final String protocol;
    private final String issuer;

    KeycloakPeople(String issuer) {
        this.issuer = issuer;
        this.protocol = issuer + "/protocol/openid-connect";
    }

    /** Somebody who has just filled in the registration form. */
    public record Newcomer(String email, String password, String token) {}

    /** Registers as a person does: from the app to the sign-in page, from there to the form, and back with a code. */
    public Newcomer register(String firstName, String lastName) {
        var email = "newcomer-" + UUID.randomUUID() + "@e2e.barnstorm.test";
        var password = "correct horse " + UUID.randomUUID();
        var browser = new Browser();
        var verifier = randomText();
        var form = browser.open(browser.open(signInAddress(verifier)).leadingTo("login-actions/registration"));
        var fields = new LinkedHashMap<String, String>();
        fields.put("firstName", firstName);
        fields.put("lastName", lastName);
        fields.put("email", email);
        fields.put("password", password);
        fields.put("password-confirm", password);
        var back = browser.submit(form.leadingTo("login-actions/registration"), fields);
        return new Newcomer(email, password, redeem(back, verifier));
    }

    /** Authorization code with PKCE, through the sign-in page. */
    public String signIn(String name, String password) {
        var browser = new Browser();
        var verifier = randomText();
        var page = browser.open(signInAddress(verifier));
        var fields = Map.of("username", name, "password", password, "credentialId", "");
        return redeem(browser.submit(page.leadingTo("login-actions/authenticate"), fields), verifier);
    }

    /** A demo account's token by the password grant of {@code barnstorm-cli}. */
    public String token(String demoAccount) {
        return accessToken(grant(Map.of(
                "grant_type",
                "password",
                "client_id",
                "barnstorm-cli",
                "username",
                demoAccount,
                "password",
                PASSWORD)));
    }

    public String serviceAccountToken() {
        return accessToken(grant(Map.of(
                "grant_type", "client_credentials",
                "client_id", "barnstorm-integrator-example",
                "client_secret", "barnstorm-integrator")));
    }

    /** The token endpoint's answer, whatever it is. */
    Browser.Page grant(Map<String, String> form) {
        return new Browser().submit(URI.create(protocol + "/token"), form);
    }

    /** The authorization endpoint's answer to an app that sends these parameters. */
    Browser.Page authorize(Map<String, String> parameters) {
        return new Browser().open(URI.create(protocol + "/auth?" + KeycloakAdmin.form(parameters)));
    }

    public static JsonNode claims(String token) {
        return part(token, 1);
    }

    /** Which of Keycloak's keys signed it. */
    public static String keyId(String token) {
        return part(token, 0).path("kid").asText();
    }

    /** Fails unless this Keycloak made the token: its issuer, a key it publishes, and a signature by that key. */
    public void requireMadeByKeycloak(String token) {
        assertThat(claims(token).path("iss").asText()).isEqualTo(issuer);
        var keyId = keyId(token);
        for (var key :
                read(new Browser().open(URI.create(protocol + "/certs")).body()).path("keys")) {
            if (key.path("kid").asText().equals(keyId)) {
                assertThat(PublishedKey.of(key).signed(token)).as("signature").isTrue();
                return;
            }
        }
        throw new AssertionError("Keycloak publishes no key " + keyId);
    }

    private URI signInAddress(String verifier) {
        return URI.create(protocol + "/auth?"
                + KeycloakAdmin.form(Map.of(
                        "client_id", "barnstorm-web",
                        "redirect_uri", APP,
                        "response_type", "code",
                        "scope", "openid",
                        "state", randomText(),
                        "code_challenge", challenge(verifier),
                        "code_challenge_method", "S256")));
    }

    private String redeem(Browser.Page back, String verifier) {
        assertThat(back.location())
                .as("from %s: %s", back.address(), back.body())
                .startsWith(APP);
        var code = CODE.matcher(back.location());
        assertThat(code.find()).as("a code in %s", back.location()).isTrue();
        return accessToken(grant(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "barnstorm-web",
                "redirect_uri",
                APP,
                "code",
                code.group(1),
                "code_verifier",
                verifier)));
    }

    private String accessToken(Browser.Page answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var token = read(answer.body()).path("access_token").asText();
        requireMadeByKeycloak(token);
        return token;
    }

    private static String randomText() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode part(String token, int index) {
        return read(new String(Base64.getUrlDecoder().decode(token.split("\\.")[index]), StandardCharsets.UTF_8));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
