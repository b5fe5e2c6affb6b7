package org.barnstorm.authority;

/** Whether a capability counts in a group, or has to be earned by it first. Certifications implement it. */
public interface Unlocks {
    /**
     * @param scope the group that the mandate is for
     * @param where the group of the act, at or below it
     */
    boolean counts(Capability capability, GroupPath scope, GroupPath where);
}
