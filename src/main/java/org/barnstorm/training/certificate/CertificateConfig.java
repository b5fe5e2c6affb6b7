package org.barnstorm.training.certificate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What certificates need; without a key there are none. {@code docs/training.md} explains each. */
@ConfigMapping(prefix = "barnstorm.certificates")
interface CertificateConfig {
    /** The private key that credentials are signed with: RSA, PKCS #8 in PEM. It is never made by the service. */
    Optional<String> key();

    /** Public keys, in PEM one after the other, that credentials were signed with before. */
    Optional<String> formerKeys();

    /** The public address of this service, without a slash at the end: it stands in links and credentials for good. */
    Optional<String> address();

    /** Who issues, as people read it. */
    @WithDefault("Barnstorm")
    String issuerName();
}
