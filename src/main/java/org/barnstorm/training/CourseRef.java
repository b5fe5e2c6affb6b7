package org.barnstorm.training;

import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.Role;

/**
 * A course as other parts of training know it.
 *
 * @param asksConfirmation doing all modules is not enough
 * @param awards the role that it awards, or null
 * @param answersFor who answers for that award, or null
 * @param requires courses whose qualification comes first
 */
public record CourseRef(
        UUID id,
        GroupRef group,
        String title,
        String description,
        boolean asksConfirmation,
        Role awards,
        UUID answersFor,
        List<UUID> requires) {}
