package org.barnstorm.certification;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;
import static org.barnstorm.authority.Capability.JOURNAL_READ;
import static org.barnstorm.authority.Capability.MANDATE_GRANT;
import static org.barnstorm.authority.Capability.MANDATE_READ;
import static org.barnstorm.authority.Capability.MANDATE_REVOKE;
import static org.barnstorm.authority.Capability.MEMBER_MANAGE;
import static org.barnstorm.authority.Capability.MEMBER_READ;
import static org.barnstorm.authority.Capability.TASK_ASSIGN;
import static org.barnstorm.authority.Capability.TASK_CREATE;
import static org.barnstorm.authority.Capability.TASK_EDIT;
import static org.barnstorm.authority.Capability.TASK_VERIFY;
import static org.barnstorm.authority.Capability.WORK_UNDO;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.barnstorm.authority.Capability;

/**
 * What is asked of a group, and what its certification unlocks.
 *
 * @param resultsWithin how long ago verified work was done at most
 * @param grace how long a certification stays once something is missing
 * @param unlocks capabilities that count in certified groups only
 */
record Requirements(
        int leads, int members, int results, Duration resultsWithin, Duration grace, Set<Capability> unlocks) {
    private static final String NONE = "none";

    /**
     * What a group needs to become certified, and what ends harm. If one of these had to be unlocked, a young group could
     * never earn its certification, or nobody could help where it has just lapsed.
     */
    private static final Set<Capability> ALWAYS = EnumSet.of(
            MEMBER_READ,
            MEMBER_MANAGE,
            MANDATE_READ,
            MANDATE_GRANT,
            MANDATE_REVOKE,
            TASK_CREATE,
            TASK_EDIT,
            TASK_ASSIGN,
            TASK_VERIFY,
            ASSIGNMENT_READ,
            WORK_UNDO,
            JOURNAL_READ);

    /** Reads the configuration; what makes no sense stops the start. */
    static Requirements of(CertificationConfig config) {
        var findings = findings(config);
        if (!findings.isEmpty()) {
            throw new IllegalStateException("Barnstorm does not start: " + String.join(" ", findings));
        }
        return new Requirements(
                config.leads(),
                config.members(),
                config.results(),
                config.resultsWithin(),
                config.grace(),
                unlocked(config));
    }

    /** What is wrong with it, one sentence each. */
    static List<String> findings(CertificationConfig config) {
        var findings = new ArrayList<String>();
        if (Math.min(config.leads(), Math.min(config.members(), config.results())) < 0) {
            findings.add("barnstorm.certification.leads, members and results are not negative.");
        }
        if (config.leads() + config.members() + config.results() <= 0) {
            findings.add("A certification asks for something: set barnstorm.certification.leads, members or results.");
        }
        if (!isLong(config.resultsWithin())) findings.add("barnstorm.certification.results-within is longer than 0.");
        if (!isLong(config.grace())) findings.add("barnstorm.certification.grace is longer than 0.");
        for (var name : names(config)) {
            var known = Capability.named(name);
            if (known.isEmpty()) findings.add("barnstorm.certification.unlocks: there is no capability " + name + ".");
            else if (ALWAYS.contains(known.get())) {
                findings.add("barnstorm.certification.unlocks: a group needs " + name + " before it is certified.");
            }
        }
        return findings;
    }

    private static boolean isLong(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static Set<Capability> unlocked(CertificationConfig config) {
        var all = EnumSet.noneOf(Capability.class);
        names(config).forEach(name -> all.add(Capability.valueOf(name)));
        return Set.copyOf(all);
    }

    private static List<String> names(CertificationConfig config) {
        if (config.unlocks().strip().equals(NONE)) return List.of();
        return List.of(config.unlocks().strip().split("\\s*,\\s*", -1));
    }
}
