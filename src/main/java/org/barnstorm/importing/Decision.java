package org.barnstorm.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person says of a possible duplicate. */
@Schema(
        description =
                "What a person says of a possible duplicate. SAME: nobody new; somebody who is expected already gets this line's address"
                        + " and names. NEW: somebody else. SKIP: neither.")
enum Decision {
    SAME,
    NEW,
    SKIP
}
