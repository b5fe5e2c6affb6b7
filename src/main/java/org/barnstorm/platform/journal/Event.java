package org.barnstorm.platform.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One change, as the journal keeps it.
 *
 * @param type what happened, {@code <subject type>.<past participle>}, for example {@code assignment.claimed}
 * @param subjectId the row that changed state; the caller holds its lock
 * @param groupId where it happened; null for what concerns a person and no group
 * @param groupPath the group's path at that time
 * @param actorId who did it; null when the service did by itself, for example when a lease ran out
 * @param mandateId the mandate that allowed it; null for acts that need none, such as one's own claim
 * @param data ids, states and numbers only; never a name, an address or free text
 */
public record Event(
        String type,
        UUID subjectId,
        UUID groupId,
        String groupPath,
        UUID actorId,
        UUID mandateId,
        Map<String, Object> data) {

    public Event(String type, UUID subjectId, UUID groupId, String groupPath, UUID actorId, UUID mandateId) {
        this(type, subjectId, groupId, groupPath, actorId, mandateId, Map.of());
    }

    /** The same event with one more fact; null facts are left out. */
    public Event with(String name, Object value) {
        if (value == null) return this;
        var more = new LinkedHashMap<>(data);
        more.put(name, value instanceof Number || value instanceof Boolean ? value : value.toString());
        return new Event(type, subjectId, groupId, groupPath, actorId, mandateId, more);
    }

    /** The part before the dot. */
    public String subjectType() {
        return type.substring(0, type.indexOf('.'));
    }
}
