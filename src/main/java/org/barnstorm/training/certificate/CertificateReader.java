package org.barnstorm.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.security.Link;
import org.barnstorm.training.CourseRef;
import org.barnstorm.training.Courses;
import org.barnstorm.training.Qualifications;
import org.barnstorm.training.Qualifications.Proof;

/** What is behind a link, for whoever has it. Nobody is asked who they are. */
@ApplicationScoped
@Transactional
class CertificateReader {
    private final CertificateRepository certificates;
    private final Qualifications qualifications;
    private final Courses courses;
    private final Members members;
    private final Groups groups;
    private final CertificateConfig config;
    private final CertificateKeys keys;
    private final Badge badge;
    private final StatusLists statuses;
    private final Clock clock;

    CertificateReader(
            CertificateRepository certificates,
            Qualifications qualifications,
            Courses courses,
            Members members,
            Groups groups,
            CertificateConfig config,
            CertificateKeys keys,
            Badge badge,
            StatusLists statuses,
            Clock clock) {
        this.certificates = certificates;
        this.qualifications = qualifications;
        this.courses = courses;
        this.members = members;
        this.groups = groups;
        this.config = config;
        this.keys = keys;
        this.badge = badge;
        this.statuses = statuses;
        this.clock = clock;
    }

    /** A certificate with what it stands for. */
    record Found(Certificate certificate, Proof proof, CourseRef course, String group, String holder) {}

    Optional<PublicCertificate> page(Link link) {
        return find(link)
                .map(found -> new PublicCertificate(
                        found.course().title(),
                        found.group(),
                        found.proof().completedAt(),
                        found.proof().expiresAt(),
                        status(found.proof()),
                        found.holder(),
                        config.issuerName(),
                        keys.address() + CertificatePages.PATH + link.secret() + "/credential"));
    }

    /** The signed credential; none of a qualification that was withdrawn, or without a key. */
    Optional<String> credential(Link link) {
        if (keys.signing().isEmpty()) return Optional.empty();
        return find(link).filter(found -> !found.proof().withdrawn()).flatMap(found -> {
            var place = statuses.place(found.certificate());
            return badge.sign(found, statuses.entry(place));
        });
    }

    private Optional<Found> find(Link link) {
        return certificates.behind(link).map(certificate -> {
            var proof = qualifications.proof(certificate.qualificationId()).orElseThrow();
            return new Found(
                    certificate,
                    proof,
                    courses.withId(proof.courseId()),
                    groups.withId(proof.groupId()).path().value(),
                    certificate.showsName() ? members.chosenName(certificate.memberId()) : null);
        });
    }

    private String status(Proof proof) {
        if (proof.withdrawn()) return "WITHDRAWN";
        return proof.isValid(clock.instant()) ? "VALID" : "EXPIRED";
    }
}
