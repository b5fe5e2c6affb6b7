package org.barnstorm.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Publishes keys and signs tokens that look like Keycloak's; can rotate its keys and counts who asks for them. */
public final class TestIssuer implements AutoCloseable {
    public static final String AUDIENCE = "barnstorm-api";
    public static final String CLIENT = "barnstorm-web";

    private static final Duration TERM = Duration.ofMinutes(5);

    /** One signing key under its published name. */
    public record Key(String id, KeyPair pair) {
        public RSAPublicKey publicKey() {
            return (RSAPublicKey) pair.getPublic();
        }
    }

    private final HttpServer server;
    private final ConcurrentLinkedDeque<Key> published = new ConcurrentLinkedDeque<>();
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile String noise;

    private TestIssuer(HttpServer server) {
        this.server = server;
    }

    public static TestIssuer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = new TestIssuer(server);
            issuer.rotate();
            server.createContext("/", issuer::answer);
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What tokens name as {@code iss}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/barnstorm";
    }

    public String keysUrl() {
        return url() + "/protocol/openid-connect/certs";
    }

    /** How often anybody fetched anything from here. */
    public int fetches() {
        return fetches.get();
    }

    /** Signs with a new key from now on; those from before stay published, as Keycloak keeps them. */
    public Key rotate() {
        var key = new Key("key-" + UUID.randomUUID(), freshKeys());
        published.addFirst(key);
        return key;
    }

    /** The key that signs now. */
    public Key key() {
        return published.getFirst();
    }

    /** A token for a person with these realm roles. */
    public String token(Account account, Set<String> roles) {
        return sign(claims(account, roles));
    }

    public String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(key().id()).sign(key().pair().getPrivate());
    }

    /** The claims of a good access token, for tests that spoil one of them. */
    public JwtClaimsBuilder claims(Account account, Set<String> roles) {
        var now = Instant.now();
        var claims = Jwt.claims()
                .issuer(url())
                .audience(AUDIENCE)
                .subject(account.subject())
                .issuedAt(now)
                .expiresAt(now.plus(TERM))
                .claim("jti", UUID.randomUUID().toString())
                .claim("typ", "Bearer")
                .claim("azp", CLIENT)
                .claim("realm_access", Map.of("roles", List.copyOf(roles)))
                .claim("preferred_username", account.email())
                .claim("email", account.email())
                .claim("email_verified", true)
                .claim("locale", "en");
        return account.name() == null ? claims : claims.claim("name", account.name());
    }

    /** What the issuer knows of somebody. */
    public record Account(String subject, String name, String email) {
        public static Account called(String name) {
            var subject = UUID.randomUUID().toString();
            return new Account(subject, name, subject.substring(0, 8) + "@example.org");
        }
    }

    public static KeyPair freshKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    /** Answers this instead of keys, as a proxy in front of an issuer that is away may; null ends it. */
    public void answerInstead(String text) {
        noise = text;
    }

    private void answer(HttpExchange exchange) throws IOException {
        fetches.incrementAndGet();
        var keys = published.stream().map(TestIssuer::jwk).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
        var body = (noise == null ? keys : noise).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** A public key as RFC 7517 writes it. */
    public static String jwk(Key key) {
        return """
                {"kid":"%s","kty":"RSA","alg":"RS256","use":"sig","n":"%s","e":"%s"}""".formatted(
                        key.id(),
                        base64(key.publicKey().getModulus()),
                        base64(key.publicKey().getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        var unsigned = bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
