package org.barnstorm.group;

/** How one becomes a member of a group. */
public enum JoinPolicy {
    /** At once, by asking. */
    OPEN,
    /** By asking, and somebody with {@code MEMBER_MANAGE} approving. */
    REQUEST,
    /** Only by accepting an invitation. */
    INVITATION
}
