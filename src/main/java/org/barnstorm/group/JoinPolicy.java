package org.barnstorm.group;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How one becomes a member of a group. */
@Schema(description = "OPEN: at once, by asking. REQUEST: somebody approves. INVITATION: only who was invited.")
public enum JoinPolicy {
    /** At once, by asking. */
    OPEN,
    /** By asking, and somebody with {@code MEMBER_MANAGE} approving. */
    REQUEST,
    /** Only by accepting an invitation. */
    INVITATION
}
