package org.barnstorm.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an attempt did not deliver. */
@Schema(name = "WebhookFailure", description = """
        STATUS: the answer was not 2xx. TIMEOUT: no answer in time. CONNECTION: none could be made, or it broke. TLS: the \
        certificate is not valid for the host. UNKNOWN_HOST: the name has no address. UNSAFE_ADDRESS: the address does not \
        lead to a public place.""")
enum Failure {
    STATUS,
    TIMEOUT,
    CONNECTION,
    TLS,
    UNKNOWN_HOST,
    UNSAFE_ADDRESS
}
