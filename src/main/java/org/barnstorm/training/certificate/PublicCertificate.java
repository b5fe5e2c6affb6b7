package org.barnstorm.training.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What everybody sees who has the link.
 *
 * @param status VALID, EXPIRED or WITHDRAWN
 * @param holder only if the holder chose so
 * @param credential where the signed credential is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublicCertificate(
        String course,
        String group,
        Instant completedAt,
        Instant expiresAt,
        String status,
        String holder,
        String issuer,
        String credential) {}
