package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.Ids;

/**
 * Whom groups expect. A contact becomes a member by their own act only, and nobody learns from contacts who has an account:
 * whether they have one makes no difference until they join (docs/decisions/0036).
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Contacts {
    private final ContactRepository contacts;

    Contacts(ContactRepository contacts) {
        this.contacts = contacts;
    }

    /**
     * Somebody to be expected.
     *
     * @param email as {@link Email} writes it
     * @param phone in E.164; null, like all that follows, when it is not known
     */
    public record Expected(String email, String phone, String firstName, String lastName, String externalId) {
        @Override
        public String toString() {
            return "Expected[...]"; // never in a log
        }
    }

    /**
     * What a group knows of some addresses and numbers: of its own contacts, and of those who belong to it.
     *
     * @param contacts by address
     * @param contactPhones who has the number; one of them if several do
     * @param members addresses of those who belong to the group, asked to or are invited
     * @param objected addresses of those who do not want to be expected there
     */
    public record Known(
            Map<String, UUID> contacts,
            Map<String, UUID> contactPhones,
            Set<String> members,
            Map<String, UUID> memberPhones,
            Set<String> objected) {}

    /** How many of them are new, and how many were there. */
    public record Brought(int created, int updated) {}

    public Known known(GroupRef group, Collection<String> emails, Collection<String> phones) {
        var people = contacts.like(group.id(), emails, phones);
        var members = contacts.membersLike(group.id(), emails, phones);
        var asked = new HashSet<>(emails);
        return new Known(
                people.stream().collect(Collectors.toMap(ContactRepository.Like::email, ContactRepository.Like::id)),
                phones(people),
                members.stream()
                        .map(ContactRepository.Like::email)
                        .filter(asked::contains)
                        .collect(Collectors.toSet()),
                phones(members),
                objected(group, emails));
    }

    private static Map<String, UUID> phones(List<ContactRepository.Like> people) {
        var found = new HashMap<String, UUID>();
        people.stream()
                .filter(each -> each.phone() != null)
                .forEach(each -> found.putIfAbsent(each.phone(), each.id()));
        return found;
    }

    private Set<String> objected(GroupRef group, Collection<String> emails) {
        var byHash = emails.stream()
                .distinct()
                .collect(Collectors.toMap(email -> ContactRepository.hash(group.id(), email), email -> email));
        return contacts.objections(group.id(), byHash.keySet()).stream()
                .map(byHash::get)
                .collect(Collectors.toSet());
    }

    /** Expects these people, each address once; what was known and is not said again stays. */
    public Brought bring(GroupRef group, Collection<Expected> people, Duration kept) {
        if (people.isEmpty()) return new Brought(0, 0);
        var rows = people.stream().map(Contacts::row).toList();
        var fresh = contacts.bring(group.id(), rows, kept);
        var created = (int) fresh.stream().filter(each -> each).count();
        return new Brought(created, fresh.size() - created);
    }

    private static Map<String, Object> row(Expected who) {
        Map<String, Object> row = new HashMap<>(); // of which some are null
        row.put("id", Ids.next());
        row.put("email", who.email());
        row.put("phone", who.phone());
        row.put("firstName", who.firstName());
        row.put("lastName", who.lastName());
        row.put("externalId", who.externalId());
        return row;
    }

    /** Says that a contact is this person; false when the contact is gone, or another has the address. */
    public boolean replace(GroupRef group, UUID id, Expected by, Duration kept) {
        return contacts.replace(group.id(), id, by, kept);
    }

    /** Expects them no longer; returns how many it did. */
    public int forget(GroupRef group, Collection<String> emails) {
        return emails.isEmpty() ? 0 : contacts.forget(group.id(), emails);
    }

    /** Deletes contacts whose time is over, so many at most; returns how many. */
    public int expire(int most) {
        return contacts.expire(most);
    }
}
