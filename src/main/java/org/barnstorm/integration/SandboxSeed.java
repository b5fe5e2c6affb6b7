package org.barnstorm.integration;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Grants;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.KeptOut;
import org.barnstorm.authority.Role;
import org.barnstorm.group.Groups;
import org.barnstorm.group.InventedGroups;
import org.barnstorm.mandate.InventedMandates;
import org.barnstorm.member.InventedPeople;
import org.barnstorm.task.InventedWork;

/**
 * Fills a sandbox: people who are made up make groups, tasks and results by the same use cases as everybody, so that its
 * history is one that could have happened.
 */
@ApplicationScoped
class SandboxSeed {
    private static final List<String> VOLUNTEERS = List.of("Ada Ash", "Ben Birch", "Cleo Cedar", "Dan Dogwood");
    private static final Duration IN_A_WEEK = Duration.ofDays(7);
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final SandboxRepository sandboxes;
    private final InventedGroups groups;
    private final InventedPeople people;
    private final InventedMandates mandates;
    private final InventedWork work;
    private final Groups tree;
    private final Grants grants;
    private final Clock clock;

    SandboxSeed(
            SandboxRepository sandboxes,
            InventedGroups groups,
            InventedPeople people,
            InventedMandates mandates,
            InventedWork work,
            Groups tree,
            Grants grants,
            Clock clock) {
        this.sandboxes = sandboxes;
        this.groups = groups;
        this.people = people;
        this.mandates = mandates;
        this.work = work;
        this.tree = tree;
        this.grants = grants;
        this.clock = clock;
    }

    /** Makes it all; answers its lead. */
    Caller grow(UUID sandbox, GroupPath movement) {
        var lead = movement(sandbox, movement);
        var town = below(movement, "town");
        step(() -> groups.make(lead, town, "Sandbox town"));
        step(() -> groups.make(lead, below(movement, "village"), "Sandbox village"));
        var volunteers =
                VOLUNTEERS.stream().map(name -> person(sandbox, name, town)).toList();
        step(() -> {
            mandates.grant(lead, volunteers.get(3).memberId(), town, Role.ORGANISER);
            return null;
        });
        work(lead, town, volunteers);
        open(lead, below(movement, "village"), "Write to the village paper", 1);
        return lead;
    }

    /** Whoever began it makes the movement and its lead, and does nothing else. */
    private Caller movement(UUID sandbox, GroupPath movement) {
        var founder = step(() -> {
            var id = invent(sandbox, "Fay Founder", List.of());
            return new Caller(id, true, Set.of(), KeptOut.NOWHERE, Set::of);
        });
        step(() -> {
            var root = groups.make(founder, movement, "Sandbox");
            sandboxes.findById(sandbox).root(root);
            return root;
        });
        var lead = person(sandbox, "Lea Lead", movement);
        step(() -> {
            mandates.grant(founder, lead.memberId(), movement, Role.LEAD);
            return null;
        });
        return lead;
    }

    private void work(Caller lead, GroupPath town, List<Caller> volunteers) {
        work.draft(lead, town, "Think of a slogan", 1, null, null);
        work.claim(volunteers.get(0), open(lead, town, "Phone ten members", 2));
        var letters = open(lead, town, "Write five letters", 3);
        work.verify(lead, work.complete(volunteers.get(1), letters, 5));
        work.complete(volunteers.get(2), letters, 4);
        var begins = clock.instant().plus(IN_A_WEEK).truncatedTo(ChronoUnit.HOURS);
        var call = work.draft(lead, town, "Join the welcome call", 5, begins, begins.plus(TWO_HOURS));
        work.publish(lead, call);
        volunteers.forEach(each -> work.claim(each, call));
    }

    private UUID open(Caller lead, GroupPath group, String title, int capacity) {
        var task = work.draft(lead, group, title, capacity, null, null);
        work.publish(lead, task);
        return task;
    }

    private Caller person(UUID sandbox, String name, GroupPath group) {
        return step(() -> {
            var at = List.of(tree.at(group));
            var id = invent(sandbox, name, at);
            var groupIds = Stream.of(tree.at(group)).map(GroupRef::id).collect(Collectors.toSet());
            return new Caller(id, false, groupIds, KeptOut.NOWHERE, () -> grants.of(id));
        });
    }

    private UUID invent(UUID sandbox, String name, List<GroupRef> at) {
        Instant now = org.barnstorm.platform.time.Timestamps.now(clock);
        var id = people.make(name, at, now);
        sandboxes.flush();
        sandboxes.belongs(sandbox, id);
        return id;
    }

    private static GroupPath below(GroupPath group, String slug) {
        return new GroupPath(group.value() + '.' + slug);
    }

    private static <T> T step(Supplier<T> act) {
        return QuarkusTransaction.requiringNew().call(act::get);
    }
}
