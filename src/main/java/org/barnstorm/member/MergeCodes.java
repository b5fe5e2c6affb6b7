package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.platform.paging.SealedMarks;
import org.barnstorm.platform.problem.Refusal;

/**
 * Codes by which one account shows another that it belongs to the same person. Sealed instead of kept: nobody can forge one, and
 * it says nothing but who and until when.
 */
@ApplicationScoped
class MergeCodes {
    static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private static final String PURPOSE = "merge";
    private static final String FOR_WHOEVER_HAS_IT = "";

    private final SealedMarks seals;
    private final Clock clock;

    MergeCodes(SealedMarks seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    MergeCode make(UUID memberId) {
        var until = Instant.ofEpochSecond(clock.instant().plus(GOOD_FOR).getEpochSecond());
        var code = seals.seal(
                PURPOSE, FOR_WHOEVER_HAS_IT, List.of(memberId.toString(), Long.toString(until.getEpochSecond())));
        return new MergeCode(code, until);
    }

    /** Whose it is. */
    UUID open(String code) {
        var mark = unseal(code);
        if (!clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(mark.get(1))))) throw refused();
        return UUID.fromString(mark.get(0));
    }

    private List<String> unseal(String code) {
        try {
            return seals.open(PURPOSE, FOR_WHOEVER_HAS_IT, code);
        } catch (Refusal noCursor) {
            throw refused();
        }
    }

    /** The same for what was never a code, is over, or was used: whoever tries codes learns nothing. */
    static Refusal refused() {
        return Refusal.conflict(
                "merge-code",
                "This is no code that is good now. Sign in with the account that is to go, ask for a new one, and use it"
                        + " within 15 minutes.");
    }
}
