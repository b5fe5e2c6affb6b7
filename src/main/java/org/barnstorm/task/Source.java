package org.barnstorm.task;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How somebody came by a place. */
@Schema(
        name = "AssignmentSource",
        description =
                "How the person came by the place. CLAIM: they took it. OFFER: an organiser offered it. WAITLIST: it"
                        + " came free while they waited. HANDOVER: its holder handed it on. MOVE: an organiser moved it. OFFICE: it"
                        + " was given to whoever holds a role.")
enum Source {
    CLAIM,
    OFFER,
    WAITLIST,
    HANDOVER,
    MOVE,
    OFFICE
}
