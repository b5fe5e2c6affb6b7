package org.barnstorm.ladder;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;
import static org.barnstorm.authority.Capability.MANDATE_READ;
import static org.barnstorm.authority.Capability.MEMBER_READ;
import static org.barnstorm.authority.Capability.QUALIFICATION_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.Holders;
import org.barnstorm.member.Members;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.task.Engagement;

/** What leads look at: who is ready for more, who went quiet, whose authority ends. People are active members there. */
@ApplicationScoped
@Transactional
class PeopleService {
    private final Readiness readiness;
    private final Engagement engagement;
    private final Holders holders;
    private final Members members;
    private final Groups groups;
    private final LadderConfig config;
    private final Clock clock;

    PeopleService(
            Readiness readiness,
            Engagement engagement,
            Holders holders,
            Members members,
            Groups groups,
            LadderConfig config,
            Clock clock) {
        this.readiness = readiness;
        this.engagement = engagement;
        this.holders = holders;
        this.members = members;
        this.groups = groups;
        this.config = config;
        this.clock = clock;
    }

    /** Whoever has been here longest comes first; one's own next step is on one's own path. */
    Slice<ReadyPersonView> ready(Caller caller, GroupPath path, Window window) {
        var group = groups.at(path);
        caller.require(MANDATE_READ, path);
        caller.require(QUALIFICATION_READ, path);
        var branch = groups.branch(path);
        var people = members.next(branch, window.afterId(), Walk.REACH);
        var reasons = readiness.of(people, branch, groups.line(group));
        var page = Walk.slice(
                window, List.copyOf(people.keySet()), id -> reasons.containsKey(id) && !id.equals(caller.memberId()));
        var names = members.shortNames(page.items());
        return new Slice<>(
                page.items().stream()
                        .map(id -> new ReadyPersonView(id, names.get(id), reasons.get(id)))
                        .toList(),
                page.key());
    }

    /**
     * Whoever has been here longest comes first. Work in other parts of the tree is not looked at: it is not for the
     * caller to see.
     *
     * @param weeks null for the usual time
     */
    Slice<QuietPersonView> quiet(Caller caller, GroupPath path, Integer weeks, Window window) {
        groups.at(path);
        caller.require(ASSIGNMENT_READ, path);
        caller.require(MEMBER_READ, path);
        var now = clock.instant();
        var before = now.minus(weeks == null ? config.quietAfter() : Duration.ofDays(7L * weeks));
        var branch = groups.branch(path);
        var people = members.next(branch, window.afterId(), Walk.REACH);
        var activity = engagement.activity(people.keySet(), branch);
        var page = Walk.slice(window, List.copyOf(people.keySet()), id -> {
            var last = activity.get(id);
            return last != null && !last.holding() && last.last().isBefore(before);
        });
        var names = members.shortNames(page.items());
        return new Slice<>(
                page.items().stream()
                        .map(id -> QuietPersonView.of(activity.get(id), names.get(id), now))
                        .toList(),
                page.key());
    }

    /**
     * What ends first comes first.
     *
     * @param days null for the usual time
     */
    Slice<EndingMandateView> ending(Caller caller, GroupPath path, Integer days, Window window) {
        groups.at(path);
        caller.require(MANDATE_READ, path);
        var within = days == null ? (int) config.endsSoon().toDays() : days;
        var found = holders.ending(groups.branch(path), within, window);
        var now = clock.instant();
        var names =
                members.shortNames(found.stream().map(Holders.Holding::memberId).collect(Collectors.toSet()));
        var places = readiness.named(found.stream().map(Holders.Holding::group).toList());
        return Slice.of(
                window,
                found,
                each -> List.of(each.until().toString(), each.id().toString()),
                each -> EndingMandateView.of(
                        each,
                        names.get(each.memberId()),
                        places.get(each.group().id()),
                        now));
    }
}
