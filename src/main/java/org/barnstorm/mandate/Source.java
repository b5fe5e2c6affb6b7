package org.barnstorm.mandate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a mandate comes from. */
@Schema(
        name = "MandateSource",
        description =
                "BOOTSTRAP by the admin, APPOINTED to an office, DELEGATED from another mandate, EARNED by a course, VOUCHED for by"
                        + " members, BOUND to an integration, whose holder is a program.")
public enum Source {
    /** The platform's admin appointed the first lead of a movement. */
    BOOTSTRAP,
    /** To an office, by somebody who holds at least as much. It stays when they go. */
    APPOINTED,
    /** Handed on by somebody who holds at least as much. It ends when theirs is revoked. */
    DELEGATED,
    /** By completing a course that awards it. */
    EARNED,
    /** By so many members of the group who vouched for the person. It ends when too few still do. */
    VOUCHED,
    /** By somebody who let a program in and holds at least as much. It ends with the integration, not with them. */
    BOUND
}
