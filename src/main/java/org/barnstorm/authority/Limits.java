package org.barnstorm.authority;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * To which tasks a mandate is limited, beyond where it reaches. What is null does not limit; all that is said has to fit.
 *
 * @param campaignId tasks of this campaign
 * @param kinds codes: work of one of these kinds
 * @param maxPlaces tasks with so many places at most
 */
public record Limits(UUID campaignId, Set<String> kinds, Integer maxPlaces) {
    public static final Limits NONE = new Limits(null, null, null);

    /** What can be done within limits: what is about a task, and handing on what is as limited. */
    private static final Set<Capability> WITHIN = EnumSet.of(
            Capability.TASK_CREATE,
            Capability.TASK_EDIT,
            Capability.TASK_ASSIGN,
            Capability.TASK_VERIFY,
            Capability.TASK_REVIEW,
            Capability.ASSIGNMENT_READ,
            Capability.MANDATE_GRANT);

    public Limits {
        kinds = kinds == null ? null : Collections.unmodifiableSet(new TreeSet<>(kinds));
    }

    public boolean isNone() {
        return campaignId == null && kinds == null && maxPlaces == null;
    }

    /** Whether these acts are such as can be limited: whether something is within the limits can be told of each. */
    public static boolean canHold(Set<Capability> capabilities) {
        return WITHIN.containsAll(capabilities);
    }

    /** Whether what an act is about, or would be about from then on, is within them. */
    public boolean allow(Matter about) {
        return (campaignId == null || campaignId.equals(about.campaignId()))
                && (kinds == null || about.kind() != null && kinds.contains(about.kind()))
                && (maxPlaces == null || about.places() <= maxPlaces);
    }

    /** Whether the others are at least as narrow: what they allow, these do, too. */
    public boolean cover(Limits others) {
        return (campaignId == null || campaignId.equals(others.campaignId))
                && (kinds == null || others.kinds != null && kinds.containsAll(others.kinds))
                && (maxPlaces == null || others.maxPlaces != null && others.maxPlaces <= maxPlaces);
    }

    /** As a problem names them. */
    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        if (campaignId != null) facts.put("campaign", campaignId);
        if (kinds != null) facts.put("kinds", List.copyOf(kinds));
        if (maxPlaces != null) facts.put("maxPlaces", maxPlaces);
        return facts;
    }

    /** For refusals: {@code tasks of the campaign 0190…, of the kinds canvass, with at most 20 places}. */
    public String inWords() {
        if (isNone()) return "any task";
        var words = new ArrayList<String>();
        if (campaignId != null) words.add("of the campaign " + campaignId);
        if (kinds != null) words.add("of the kinds " + String.join(", ", kinds));
        if (maxPlaces != null) words.add("with at most " + maxPlaces + " places");
        return "tasks " + String.join(", ", words);
    }
}
