package org.barnstorm.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Gives credentials their places in status lists, and signs the lists. */
@ApplicationScoped
@Transactional
class StatusLists {
    private static final int TRIED_AT_ONCE = 8;

    private final CertificateRepository certificates;
    private final CertificateKeys keys;
    private final RandomGenerator chance;
    /** As they were signed last, so that who asks again and again costs no signature. */
    private final Map<Integer, StatusList> signed = new ConcurrentHashMap<>();

    StatusLists(CertificateRepository certificates, CertificateKeys keys, RandomGenerator chance) {
        this.certificates = certificates;
        this.keys = keys;
        this.chance = chance;
    }

    /** The place of a certificate, which it keeps; given when its credential is signed for the first time. */
    StatusPlace place(Certificate certificate) {
        if (certificate.place() != null) return certificate.place();
        certificates.lockPlaces();
        certificates.lock(certificate); // another request may have given it one meanwhile
        if (certificate.place() == null) certificate.take(free());
        return certificate.place();
    }

    /** At random, as the standard advises: the number of a place tells nothing of when it was given. */
    private StatusPlace free() {
        var last = certificates.lastList();
        var list = certificates.placesIn(last) < StatusList.FULL ? last : last + 1;
        while (true) {
            var tried = chance.ints(TRIED_AT_ONCE, 0, StatusList.BITS).boxed().toList();
            var taken = certificates.taken(list, tried);
            var free = tried.stream().filter(index -> !taken.contains(index)).findFirst();
            if (free.isPresent()) return new StatusPlace(list, free.get());
        }
    }

    /** A list as it is now; none without a key, and none that has no place yet. */
    Optional<StatusList> list(int number) {
        if (keys.signing().isEmpty() || certificates.placesIn(number) == 0) return Optional.empty();
        var encoded = StatusList.encode(certificates.revokedIn(number));
        return Optional.of(signed.compute(
                number, (same, last) -> last != null && last.encoded().equals(encoded) ? last : sign(number, encoded)));
    }

    private StatusList sign(int number, String encoded) {
        var credential = keys.sign("vc+jwt", claims(address(number), encoded)).orElseThrow();
        return new StatusList(encoded, credential, tag(credential));
    }

    /** How a credential says where its bit is. */
    Map<String, Object> entry(StatusPlace place) {
        var list = address(place.list());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", list + "#" + place.index());
        entry.put("type", "BitstringStatusListEntry");
        entry.put("statusPurpose", "revocation");
        entry.put("statusListIndex", Integer.toString(place.index()));
        entry.put("statusListCredential", list);
        return entry;
    }

    private Map<String, Object> claims(String address, String encoded) {
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("id", address + "#list");
        subject.put("type", "BitstringStatusList");
        subject.put("statusPurpose", "revocation");
        subject.put("encodedList", encoded);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("@context", List.of("https://www.w3.org/ns/credentials/v2"));
        claims.put("id", address);
        claims.put("type", List.of("VerifiableCredential", "BitstringStatusListCredential"));
        claims.put("issuer", keys.address());
        claims.put("credentialSubject", subject);
        return claims;
    }

    private String address(int number) {
        return keys.address() + CertificatePages.STATUS + number;
    }

    private static String tag(String credential) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(credential.getBytes(StandardCharsets.US_ASCII));
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
