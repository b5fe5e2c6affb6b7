package org.barnstorm.osdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.member.Roster;
import org.barnstorm.member.Signups;
import org.barnstorm.platform.problem.Refusal;

/** People as OSDI has them: members whom the caller sees, and those of whom there is no more than an invitation. */
@ApplicationScoped
@Transactional
class PeopleService {
    private static final String PATH = "/people";

    private final Roster roster;
    private final Signups signups;
    private final Hal hal;

    PeopleService(Roster roster, Signups signups, Hal hal) {
        this.roster = roster;
        this.signups = signups;
        this.hal = hal;
    }

    PeopleView list(Caller caller, int page, int perPage, String filter) {
        var asked = Asked.of(PATH, page, perPage, filter);
        var found = roster.page(caller, asked.leaf(Filter.Fields.COMMON));
        var views = found.items().stream()
                .map(each -> view(each, each.id(), List.of(Hal.identifier(each.id()))))
                .toList();
        var pages = asked.pages(found);
        var items = found.items().stream().map(each -> path(each.id())).toList();
        return new PeopleView(
                asked.page(),
                asked.size(),
                pages,
                found.total(),
                hal.links(asked, pages, "osdi:people", items),
                new PeopleView.Embedded(views));
    }

    /** By the id of a member or of a signup: whoever took an invitation keeps the id under which they were sent. */
    PersonView show(Caller caller, UUID id) {
        var known = roster.find(caller, id);
        if (known.isPresent()) return view(known.get(), id, List.of(Hal.identifier(id)));
        var signup = signups.find(caller, id).orElseThrow(() -> Refusal.notFound("person"));
        if (signup.memberId() == null) return view(signup);
        return roster.find(caller, signup.memberId())
                .map(each -> view(each, id, List.of(Hal.identifier(id), Hal.identifier(each.id()))))
                .orElseGet(() -> view(signup));
    }

    /** Invites somebody into the group to which the program is bound. */
    PersonView signUp(Caller caller, SignupBody wanted) {
        wanted.requireSupported();
        if (!caller.isProgram()) {
            throw Refusal.forbidden(
                    "integration-only",
                    "Signups go to the group of an integration, and this token speaks for a person. Invite people with"
                            + " inviteMember, or let a program in.");
        }
        return view(signups.signUp(caller, caller.within(null), wanted.email()));
    }

    /** The member behind an id that this façade gave out: their own, or that of a signup. */
    UUID member(Caller caller, UUID id) {
        return signups.find(caller, id)
                .map(signup -> roster.find(caller, signup.memberId() == null ? id : signup.memberId())
                        .map(Roster.Entry::id)
                        .orElseThrow(() -> Refusal.conflict(
                                "not-here-yet",
                                "They have not taken the invitation yet. Ask them again when they are a member.")))
                .orElse(id);
    }

    private PersonView view(Roster.Entry entry, UUID id, List<String> identifiers) {
        var name = entry.name() == null ? null : entry.name().split(" ", 2);
        return new PersonView(
                identifiers,
                name == null ? null : name[0],
                name == null || name.length < 2 ? null : name[1],
                entry.since(),
                entry.changedAt(),
                hal.links(path(id)));
    }

    private PersonView view(Signups.Entry signup) {
        return new PersonView(
                List.of(Hal.identifier(signup.id())),
                null,
                null,
                signup.createdAt(),
                signup.modifiedAt(),
                hal.links(path(signup.id())));
    }

    private static String path(UUID id) {
        return PATH + '/' + id;
    }
}
