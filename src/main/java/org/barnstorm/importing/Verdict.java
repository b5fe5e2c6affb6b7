package org.barnstorm.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a line of a file would do. */
@Schema(
        description =
                "What a line would do. CREATE: somebody new is expected. MATCH: they are expected already, and what is known of them"
                        + " is completed. MEMBER: they belong to the group, asked to or are invited; nothing to do. DUPLICATE: the"
                        + " same telephone with another address, which a person decides. REPEATED, OPTED_OUT, OBJECTED and REFUSED"
                        + " bring nobody.")
enum Verdict {
    CREATE,
    MATCH,
    MEMBER,
    DUPLICATE,
    REPEATED,
    OPTED_OUT,
    OBJECTED,
    REFUSED
}
