package org.barnstorm.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.journal.Mark;

/** The feed for who sends changes on: what a follower would get at this moment, and nothing else (I-14). */
@ApplicationScoped
public class Changes {
    private final ChangeService changes;

    Changes(ChangeService changes) {
        this.changes = changes;
    }

    /**
     * The next changes that the caller may see.
     *
     * @throws org.barnstorm.platform.problem.Refusal when they may not follow this part of the tree any more
     */
    public Reading read(Caller caller, Asked asked) {
        return changes.read(caller, asked);
    }

    /** One change that was read before, if the caller may see it still; refused as above. */
    public Optional<Change> again(Caller caller, GroupPath path, Mark place) {
        return changes.again(caller, path, place);
    }
}
