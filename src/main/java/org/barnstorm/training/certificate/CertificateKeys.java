package org.barnstorm.training.certificate;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * The key that credentials are signed with, and those that verify them. Read at the start, so that a key that is none
 * stops the service then and not the first learner who asks for a certificate.
 */
@ApplicationScoped
class CertificateKeys {
    static final String PATH = "/certificates/keys";

    private static final int LEAST_BITS = 2048;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final Pattern ADDRESS =
            Pattern.compile("https://[^\\s/]+(/[^\\s]*[^\\s/])?|http://localhost(:\\d+)?");

    private final RsaJsonWebKey signing;
    private final List<RsaJsonWebKey> published = new ArrayList<>();
    private final String address;

    CertificateKeys(CertificateConfig config) {
        address = config.address().orElse("");
        signing = config.key().map(this::signing).orElse(null);
        if (signing == null) return;
        if (!ADDRESS.matcher(address).matches()) {
            throw refused("address must be this service's public address: https, no slash at the end");
        }
        published.add(signing);
        config.formerKeys().ifPresent(pem -> sections(pem, "PUBLIC KEY").forEach(der -> published.add(verifying(der))));
        published.forEach(
                key -> key.setKeyId(address + PATH + "/" + key.calculateBase64urlEncodedThumbprint("SHA-256")));
    }

    void check(@Observes StartupEvent start) {
        published.size(); // reading them was the check
    }

    /** The key to sign with; nothing when certificates are off. */
    Optional<RsaJsonWebKey> signing() {
        return Optional.ofNullable(signing);
    }

    /** These claims as a compact JWS (RFC 7515), the same for the same claims; nothing without a key. */
    Optional<String> sign(String type, Map<String, Object> claims) {
        return signing().map(key -> sign(type, claims, key));
    }

    private static String sign(String type, Map<String, Object> claims, RsaJsonWebKey key) {
        var signature = new JsonWebSignature();
        signature.setPayload(JsonUtil.toJson(claims));
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", type);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The key was looked at when the service started", e);
        }
    }

    /** Where this service is found. */
    String address() {
        return address;
    }

    /** The published keys, the one in use first (RFC 7517); never their private parts. */
    String published() {
        return new JsonWebKeySet(published).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** One of them, by the last part of its id. */
    Optional<String> published(String thumbprint) {
        return published.stream()
                .filter(key -> key.getKeyId().endsWith("/" + thumbprint))
                .findFirst()
                .map(key -> key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    }

    private RsaJsonWebKey signing(String pem) {
        try {
            var der = sections(pem, "PRIVATE KEY").stream()
                    .findFirst()
                    .orElseThrow(() -> refused("key is not PKCS #8 in PEM"));
            var factory = KeyFactory.getInstance("RSA");
            var secret = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(der));
            var open = factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            var key = web((RSAPublicKey) open);
            key.setPrivateKey(secret);
            return key;
        } catch (GeneralSecurityException | ClassCastException e) {
            throw refused("key is not an RSA key");
        }
    }

    private static RsaJsonWebKey verifying(byte[] der) {
        try {
            return web((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw refused("former-keys has one that is not an RSA key");
        }
    }

    private static RsaJsonWebKey web(RSAPublicKey open) {
        if (open.getModulus().bitLength() < LEAST_BITS) throw refused("a key has less than " + LEAST_BITS + " bits");
        var key = new RsaJsonWebKey(open);
        key.setUse("sig");
        key.setAlgorithm("RS256");
        return key;
    }

    private static List<byte[]> sections(String pem, String type) {
        return PEM.matcher(pem)
                .results()
                .filter(section -> section.group(1).equals(type))
                .map(section -> Base64.getMimeDecoder().decode(section.group(2)))
                .toList();
    }

    private static IllegalStateException refused(String why) {
        return new IllegalStateException("Barnstorm does not start: barnstorm.certificates." + why + ".");
    }
}
