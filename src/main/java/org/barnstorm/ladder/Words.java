package org.barnstorm.ladder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.barnstorm.authority.Role;
import org.barnstorm.mandate.Standings.Held;
import org.barnstorm.mandate.Standings.Standing;

/** What codes and values mean in plain English. Clients that speak other languages use the codes and values themselves. */
final class Words {
    private Words() {}

    static String standing(Standing standing) {
        return switch (Because.of(standing)) {
            case NOTHING_YET -> "Others have not confirmed anything of yours here yet, and nobody vouches for you.";
            case CONFIRMED_RESULT -> "Others confirmed " + many(standing.confirmed(), "result") + " of yours.";
            case VOUCHED -> "Somebody who is trusted here vouches for you.";
            case CONFIRMED_WORK ->
                "Others confirmed " + many(standing.confirmed(), "result") + " of yours, over "
                        + many(standing.over().toDays(), "day") + ".";
            case ORGANISER_MANDATE -> "You hold a mandate to assign work here.";
            case LEAD_MANDATE -> "You lead here, or a group above.";
        };
    }

    static String mandate(Held held, NamedGroup group, Instant now) {
        var where = "in " + group.name() + " and everything below" + term(held, now);
        if (held.role() != null) return "You are " + role(held.role()) + ' ' + where + ".";
        return "You can, " + where + tasks(held) + ": " + acts(CapabilityInWords.of(held.capabilities())) + ".";
    }

    /** To which tasks a mandate is limited. */
    private static String tasks(Held held) {
        var limits = held.limits();
        if (limits.isNone()) return "";
        var kinds = limits.kinds() == null ? "" : " of the kinds " + String.join(", ", limits.kinds());
        var campaign = limits.campaignId() == null ? "" : " of the campaign \"" + held.campaign() + '"';
        var places = limits.maxPlaces() == null ? "" : " with at most " + many(limits.maxPlaces(), "place");
        return ", for tasks" + kinds + campaign + places;
    }

    private static String term(Held held, Instant now) {
        if (held.until() == null) return "";
        return ", for " + days(Duration.between(now, held.until()), "more day");
    }

    private static String acts(List<CapabilityInWords> what) {
        return what.stream().map(each -> lowerFirst(each.text())).collect(Collectors.joining("; "));
    }

    static String step(Rung.Code code, About about, Instant now) {
        var where = about.group() == null ? "" : about.group().name();
        var course = '"' + String.valueOf(about.course()) + '"';
        return switch (code) {
            case READ_SUSPENSION ->
                "You are suspended in " + where + " and everything below, for "
                        + days(Duration.between(now, about.until()), "more day")
                        + ": read why, and to whom you can appeal.";
            case RENEW_QUALIFICATION -> "Renew " + course + " in " + where + ": it " + ends(about.until(), now) + ".";
            case FINISH_COURSE -> "You did all of " + course + ": ask for the qualification.";
            case CONTINUE_COURSE -> "Go on with " + course + ": " + module(about) + ".";
            case CLAIM_TASK -> claim(about);
            case ASK_FOR_VOUCHES ->
                "Ask " + many(about.missing(), "more trusted member") + " of " + where + " to vouch for you.";
            case TAKE_COURSE -> "Take " + course + " in " + where + ".";
            case ASK_TRAINER -> "Ask a trainer in " + where + " for " + course + ": they record who took it.";
            case JOIN_GROUP -> "Join a group near you: its work and its courses are for its members.";
            case WAIT_FOR_CONFIRMATION ->
                "You did all of " + course + ": a lead in " + where + " or above has the last word.";
            case WAIT_FOR_TRAINER -> "A trainer in " + where + " sees to " + course + ": " + module(about) + ".";
            case WAIT_FOR_SECOND_PERSON ->
                "Another lead has yet to confirm that you are " + role(about.role()) + " in " + where + ".";
        };
    }

    private static String claim(About about) {
        return "Claim \"" + about.task() + "\" in " + about.group().name()
                + ": others confirm the result, and it takes " + many(about.missing(), "such result")
                + (about.days() == null
                        ? ""
                        : ", and " + many(about.days(), "more day") + " between the first and the last,")
                + " to be trusted further.";
    }

    private static String module(About about) {
        return "module " + about.position() + " of " + about.modules() + ", \"" + about.module() + '"';
    }

    private static String ends(Instant until, Instant now) {
        return until.isAfter(now)
                ? "runs out in " + days(Duration.between(now, until), "day")
                : "ran out " + days(Duration.between(until, now), "day") + " ago";
    }

    private static String days(Duration time, String unit) {
        return time.toDays() == 0 ? "less than a day" : many(time.toDays(), unit);
    }

    static String capabilities(
            NamedGroup where, List<CapabilityInWords> what, boolean kept, boolean afterConfirmation) {
        var when = kept ? "you can still" : afterConfirmation ? "you can then, once a lead agrees" : "you can then";
        return "In " + where.name() + ' ' + when + ": " + acts(what) + ".";
    }

    static String tasks(long number, List<KindOfWork> kinds, boolean kept) {
        var such = kinds.stream().map(KindOfWork::label).collect(Collectors.joining(", "));
        return "You can " + (kept ? "still" : "then") + " claim " + many(number, "more open task")
                + (such.isEmpty() ? "." : ": " + such + ".");
    }

    static String trust(NamedGroup where, int level) {
        return level < 2
                ? "In " + where.name() + " you are known then."
                : "In " + where.name() + " you are trusted then: you may vouch for others.";
    }

    /** Of somebody who holds a role; of none, when the mandate is a hand-picked set. */
    static String role(Role role) {
        if (role == null) return "allowed to do some things";
        return switch (role) {
            case LEAD -> "a lead";
            case ORGANISER -> "an organiser";
            case TRAINER -> "a trainer";
            case VERIFIER -> "a verifier";
            case STEWARD -> "a steward";
        };
    }

    static String many(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static String lowerFirst(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
