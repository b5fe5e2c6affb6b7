package org.barnstorm.certification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that a group needs to be certified. */
@Schema(
        name = "CertificationCriterion",
        description =
                "LEADS: people who hold LEAD at the group itself. MEMBERS: active members. RESULTS: work in tasks of"
                        + " the group, done lately, that somebody else verified.")
enum Criterion {
    LEADS,
    MEMBERS,
    RESULTS
}
