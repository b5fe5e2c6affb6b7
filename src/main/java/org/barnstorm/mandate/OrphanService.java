package org.barnstorm.mandate;

import static org.barnstorm.authority.Capability.MANDATE_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;

/** Groups with members that have no lead of their own (I-21): the list that a movement works down. */
@ApplicationScoped
@Transactional
class OrphanService {
    private final LeadRepository leads;
    private final Members members;
    private final Groups groups;

    OrphanService(LeadRepository leads, Members members, Groups groups) {
        this.leads = leads;
        this.members = members;
        this.groups = groups;
    }

    Slice<OrphanView> list(Caller caller, GroupPath path, Window window) {
        groups.at(path);
        caller.require(MANDATE_READ, path);
        var branch = groups.branch(path);
        var inhabited = members.counts(branch);
        var led = leads.led(inhabited.keySet());
        var after = window.isFirst() ? "" : window.after().get(0);
        var found = groups.withIds(inhabited.keySet()).values().stream()
                .filter(group -> !led.contains(group.id()))
                .filter(group -> group.path().value().compareTo(after) > 0)
                .sorted(Comparator.comparing(GroupRef::path))
                .limit(window.fetch())
                .toList();
        return Slice.of(window, found, group -> List.of(group.path().value()), group -> view(group, inhabited));
    }

    private OrphanView view(GroupRef group, Map<UUID, Long> inhabited) {
        var fallback = leads.nearest(groups.line(group), Set.of(), Set.of());
        return new OrphanView(group.path(), inhabited.get(group.id()), fallback.orElse(null));
    }
}
