package org.barnstorm.platform.http;

import java.util.Optional;
import org.barnstorm.platform.problem.Refusal;

/**
 * What somebody who puts a whole document expects at its address: nothing yet, or the version that they edited (RFC 9110
 * sections 13.1.1 and 13.1.2).
 *
 * @param edited null when there should be nothing yet
 */
public record PutCondition(IfMatch edited) {
    /** Reads the two headers, of which there is one. */
    public static PutCondition of(String ifMatch, String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            throw Refusal.of(
                    Refusal.Kind.PRECONDITION_REQUIRED,
                    "if-match-required",
                    "Send If-None-Match: * for something new, or the ETag of the version you edited as If-Match.");
        }
        if (ifNoneMatch == null) return new PutCondition(IfMatch.of(ifMatch));
        if (ifMatch == null && ifNoneMatch.trim().equals("*")) return new PutCondition(null);
        throw stale("Of If-None-Match this service knows *, and that without If-Match.");
    }

    /**
     * Refuses the document unless what is there is what was expected.
     *
     * @param current the version of what is there
     */
    public void require(Optional<Long> current) {
        if (edited == null) {
            if (current.isPresent()) throw stale("There is one already. Read it, and send its ETag as If-Match.");
            return;
        }
        edited.require(current.orElseThrow(
                () -> stale("There is nothing here yet that could be edited. Send If-None-Match: * to make it.")));
    }

    private static Refusal stale(String detail) {
        return Refusal.of(Refusal.Kind.PRECONDITION_FAILED, "stale-version", detail);
    }
}
