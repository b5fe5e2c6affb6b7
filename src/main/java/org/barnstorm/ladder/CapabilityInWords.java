package org.barnstorm.ladder;

import java.util.Collection;
import java.util.List;
import org.barnstorm.authority.Capability;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of act, for a program and for a person. */
@Schema(description = "A kind of act that is allowed.")
record CapabilityInWords(
        @Schema(description = "For programs.", examples = "TASK_CREATE")
        Capability code,

        @Schema(description = "For people, in English.", examples = "Make tasks, as drafts")
        String text) {

    /** In the order of the list of all capabilities. */
    static List<CapabilityInWords> of(Collection<Capability> capabilities) {
        return capabilities.stream()
                .distinct()
                .sorted()
                .map(each -> new CapabilityInWords(each, each.meaning()))
                .toList();
    }
}
