package org.barnstorm.authority;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One kind of act that can be delegated. This is the whole list; {@code docs/access.md} shows it with the roles. */
@Schema(description = "One kind of act that can be delegated.")
public enum Capability {
    /** Make groups below, by hand or by import. */
    GROUP_CREATE("Make groups below this one"),
    GROUP_EDIT("Change a group's name, place and join policy"),
    MEMBER_READ("See who is a member of a group"),
    MEMBER_MANAGE("Invite, approve, decline and end memberships"),
    MEMBER_IMPORT("Bring people in from a file, and see whom the group expects since"),
    COURSE_MANAGE("Make courses and say what they award"),
    COMPLETION_RECORD("Record that somebody completed a course"),
    QUALIFICATION_READ("See other people's qualifications"),
    MANDATE_GRANT("Hand on authority, never more than one's own"),
    MANDATE_READ("See who holds which mandate"),
    MANDATE_REVOKE("End mandates at once"),
    TASK_CREATE("Make tasks, as drafts"),
    TASK_EDIT("See drafts; publish, change, close and cancel tasks"),
    TASK_ASSIGN("Offer and move places, invite people to a task, give holders more time"),
    TASK_VERIFY("Verify or reject what others completed"),
    TASK_REVIEW("Release or return what people on probation publish"),
    WORK_UNDO("Undo what one person did since a moment"),
    KIND_MANAGE("Say which kinds of work there are, and how they can turn out"),
    CAMPAIGN_MANAGE("Make, change and end campaigns"),
    ASSIGNMENT_READ("See who holds which place and how it went"),
    JOURNAL_READ("Read the journal"),
    INTEGRATION_MANAGE("Let programs in, with named scopes, and end that");

    private final String meaning;

    Capability(String meaning) {
        this.meaning = meaning;
    }

    /** The one with this name; none if this version does not know it, because a newer one granted it. */
    public static Optional<Capability> named(String name) {
        return Arrays.stream(values())
                .filter(capability -> capability.name().equals(name))
                .findFirst();
    }

    /** What it allows, in an organiser's words. */
    public String meaning() {
        return meaning;
    }
}
