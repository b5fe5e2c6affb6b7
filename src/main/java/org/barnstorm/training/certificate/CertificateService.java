package org.barnstorm.training.certificate;

import static org.barnstorm.authority.Capability.QUALIFICATION_READ;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.security.Link;
import org.barnstorm.training.Qualifications;
import org.barnstorm.training.Qualifications.Proof;

/** Issuing and revoking certificates: everybody for what they hold themselves. */
@ApplicationScoped
@Transactional
class CertificateService {
    private final CertificateRepository certificates;
    private final CertificateKeys keys;
    private final Qualifications qualifications;
    private final Groups groups;
    private final Journal journal;
    private final RandomGenerator chance;
    private final MeterRegistry meters;
    private final Clock clock;

    CertificateService(
            CertificateRepository certificates,
            CertificateKeys keys,
            Qualifications qualifications,
            Groups groups,
            Journal journal,
            RandomGenerator chance,
            MeterRegistry meters,
            Clock clock) {
        this.certificates = certificates;
        this.keys = keys;
        this.qualifications = qualifications;
        this.groups = groups;
        this.journal = journal;
        this.chance = chance;
        this.meters = meters;
        this.clock = clock;
    }

    CertificateView issue(Caller caller, UUID qualificationId, NewCertificate wanted) {
        var proof = own(caller, qualificationId);
        var now = now();
        if (keys.signing().isEmpty()) {
            throw Refusal.conflict(
                    "certificates-off",
                    "This service issues no certificates: it has no key to sign them with. Ask whoever runs it.");
        }
        if (!proof.isValid(now)) {
            throw Refusal.conflict(
                    "qualification-over",
                    "This qualification has run out or was withdrawn. Take the course again first.");
        }
        var link = Link.random(chance);
        var certificate = new Certificate(qualificationId, caller.memberId(), link, wanted.showName(), now);
        certificates.persist(certificate);
        record("certificate.issued", certificate, proof, caller);
        return CertificateView.of(certificate, keys.address() + CertificatePages.PATH + link.secret());
    }

    CertificateView show(Caller caller, UUID id) {
        return CertificateView.of(own(caller, certificates.findById(id)), null);
    }

    Slice<CertificateView> mine(Caller caller, Window window) {
        return Slice.of(
                window,
                certificates.of(caller.memberId(), window),
                each -> List.of(each.id().toString()),
                each -> CertificateView.of(each, null));
    }

    /** Revoked again, it stays as it is. */
    CertificateView revoke(Caller caller, UUID id) {
        var certificate = own(caller, certificates.lock(id).orElse(null));
        if (!certificate.isRevoked()) {
            certificate.revoke(now());
            var proof = qualifications.proof(certificate.qualificationId()).orElseThrow();
            record("certificate.revoked", certificate, proof, caller);
        }
        return CertificateView.of(certificate, null);
    }

    private Proof own(Caller caller, UUID qualificationId) {
        var proof = qualifications.proof(qualificationId).orElseThrow(() -> Refusal.notFound("qualification"));
        if (proof.memberId().equals(caller.memberId())) return proof;
        if (!caller.may(QUALIFICATION_READ, groups.withId(proof.groupId()).path())) {
            throw Refusal.notFound("qualification");
        }
        throw Refusal.forbidden("not-your-qualification", "Only who holds a qualification shows it to others.");
    }

    private static Certificate own(Caller caller, Certificate certificate) {
        if (certificate == null || !certificate.memberId().equals(caller.memberId())) {
            throw Refusal.notFound("certificate");
        }
        return certificate;
    }

    private void record(String type, Certificate certificate, Proof proof, Caller caller) {
        meters.counter("barnstorm.certificates", "act", type.substring(type.indexOf('.') + 1))
                .increment();
        var group = groups.withId(proof.groupId());
        journal.append(
                new Event(type, certificate.id(), group.id(), group.path().value(), caller.memberId(), null)
                        .with("qualification", proof.id())
                        .with("showsName", certificate.showsName()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
