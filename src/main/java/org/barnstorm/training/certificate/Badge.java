package org.barnstorm.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.barnstorm.training.certificate.CertificateReader.Found;

/**
 * Writes a certificate as an Open Badges 3.0 credential: a Verifiable Credential (W3C data model 2.0) in the proof format
 * JSON Web Token (Open Badges specification, section 8.2), signed with RS256, which every verifier has to know.
 */
@ApplicationScoped
class Badge {
    /** The third says what the type of the schema is: without it, who processes this strictly as JSON-LD refuses it. */
    private static final List<String> CONTEXT = List.of(
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");

    private static final String SCHEMA =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

    private final CertificateKeys keys;
    private final CertificateConfig config;

    Badge(CertificateKeys keys, CertificateConfig config) {
        this.keys = keys;
        this.config = config;
    }

    /**
     * The credential as a compact JWS; nothing without a key.
     *
     * @param status where to see whether it still stands
     */
    Optional<String> sign(Found found, Map<String, Object> status) {
        return keys.sign("JWT", claims(found, status));
    }

    /** The credential with the registered claims that say the same to those who know JSON Web Tokens only. */
    private Map<String, Object> claims(Found found, Map<String, Object> status) {
        var id = "urn:uuid:" + found.certificate().id();
        var subject = subject(found);
        var from = seconds(found.proof().completedAt());
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", keys.address());
        claims.put("jti", id);
        claims.put("sub", subject.get("id"));
        claims.put("nbf", from.getEpochSecond());
        claims.put("@context", CONTEXT);
        claims.put("id", id);
        claims.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
        claims.put("name", found.course().title());
        claims.put("issuer", profile(keys.address(), config.issuerName()));
        claims.put("validFrom", from.toString());
        if (found.proof().expiresAt() != null) {
            var until = seconds(found.proof().expiresAt());
            claims.put("validUntil", until.toString());
            claims.put("exp", until.getEpochSecond());
        }
        claims.put("credentialSubject", subject);
        claims.put("credentialStatus", status);
        claims.put("credentialSchema", List.of(Map.of("id", SCHEMA, "type", "1EdTechJsonSchemaValidator2019")));
        return claims;
    }

    /** The holder is the number of what they hold; their name stands in it only if they chose so. */
    private static Map<String, Object> subject(Found found) {
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("id", "urn:uuid:" + found.proof().id());
        subject.put("type", List.of("AchievementSubject"));
        if (found.holder() != null) {
            subject.put(
                    "identifier",
                    List.of(Map.of(
                            "type",
                            "IdentityObject",
                            "identityHash",
                            found.holder(),
                            "identityType",
                            "name",
                            "hashed",
                            false)));
        }
        subject.put("achievement", achievement(found));
        return subject;
    }

    private static Map<String, Object> achievement(Found found) {
        var course = found.course();
        Map<String, Object> achievement = new LinkedHashMap<>();
        achievement.put("id", "urn:uuid:" + course.id());
        achievement.put("type", List.of("Achievement"));
        achievement.put("name", course.title());
        achievement.put("description", course.description());
        achievement.put("criteria", Map.of("narrative", "Completed the course \"" + course.title() + "\"."));
        achievement.put(
                "creator",
                profile("urn:uuid:" + course.group().id(), course.group().path().value()));
        return achievement;
    }

    private static Map<String, Object> profile(String id, String name) {
        return Map.of("id", id, "type", List.of("Profile"), "name", name);
    }

    private static Instant seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
