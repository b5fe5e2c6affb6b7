package org.barnstorm.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes tokens by hand, so that each part can be wrong in its own way: a library for tokens refuses to make most of them.
 */
public final class Forge {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();

    private Forge() {}

    /** A token that would be accepted if it were signed with the issuer's key and left as it is. */
    public static Forge of(TestIssuer issuer) {
        var now = Instant.now().getEpochSecond();
        var forge = new Forge();
        forge.header.putAll(
                Map.of("alg", "RS256", "typ", "JWT", "kid", issuer.key().id()));
        forge.claims.putAll(Map.of("iss", issuer.url(), "aud", TestIssuer.AUDIENCE, "azp", TestIssuer.CLIENT));
        forge.claims.putAll(Map.of("sub", UUID.randomUUID().toString(), "typ", "Bearer", "iat", now, "exp", now + 300));
        forge.claims.putAll(Map.of("jti", UUID.randomUUID().toString(), "preferred_username", "mallory"));
        forge.claims.put("realm_access", Map.of("roles", List.of("member")));
        return forge;
    }

    /** Sets a claim, or takes it out. */
    public Forge claim(String name, Object value) {
        return set(claims, name, value);
    }

    /** Sets a header parameter, or takes it out. */
    public Forge header(String name, Object value) {
        return set(header, name, value);
    }

    private Forge set(Map<String, Object> part, String name, Object value) {
        if (value == null) part.remove(name);
        else part.put(name, value);
        return this;
    }

    public String signedBy(PrivateKey key) {
        return signed(bytes -> {
            try {
                var signature = Signature.getInstance("SHA256withRSA");
                signature.initSign(key);
                signature.update(bytes);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** HS256 with these bytes as the secret. */
    public String sealedWith(byte[] secret) {
        header("alg", "HS256");
        return signed(bytes -> {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                return mac.doFinal(bytes);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    public String signed(UnaryOperator<byte[]> signer) {
        var content = base64(header) + '.' + base64(claims);
        return content + '.' + base64(signer.apply(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String base64(Map<String, Object> part) {
        try {
            return base64(JSON.writeValueAsBytes(part));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
