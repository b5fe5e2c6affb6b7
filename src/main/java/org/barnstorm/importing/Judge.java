package org.barnstorm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.member.Contacts;

/** Says what lines would do, by what the group and the earlier lines of the file say. Asks once for many lines. */
@ApplicationScoped
class Judge {
    private final Contacts contacts;
    private final LineRepository lines;

    Judge(Contacts contacts, LineRepository lines) {
        this.contacts = contacts;
        this.lines = lines;
    }

    List<Line> judge(UUID importId, GroupRef group, List<Draft> drafts) {
        var good = drafts.stream().filter(draft -> !draft.isRefused()).toList();
        var emails = good.stream().map(draft -> draft.who().email()).toList();
        var phones = good.stream()
                .map(draft -> draft.who().phone())
                .filter(Objects::nonNull)
                .toList();
        var round = new Round(
                contacts.known(group, emails, phones),
                new HashMap<>(lines.byEmail(importId, emails)),
                new HashMap<>(lines.byPhone(importId, phones)));
        var judged = new ArrayList<Line>(drafts.size());
        drafts.forEach(draft -> judged.add(round.judge(draft)));
        return judged;
    }

    /** Some lines, one after the other: each is an earlier one to those that follow. */
    private record Round(Contacts.Known known, Map<String, Long> emails, Map<String, Long> phones) {
        Line judge(Draft draft) {
            if (draft.isRefused()) return Line.nobody(draft, Verdict.REFUSED, draft.reason(), Line.Like.NOBODY);
            var email = draft.who().email();
            // Whatever another line says: who has opted out in one is not brought in by another that comes before it.
            if (draft.optedOut()) {
                emails.putIfAbsent(email, draft.line());
                return Line.of(draft, Verdict.OPTED_OUT, Line.Like.NOBODY);
            }
            var earlier = emails.putIfAbsent(email, draft.line());
            if (earlier != null) {
                return Line.nobody(draft, Verdict.REPEATED, Reason.REPEATED, Line.Like.line(earlier));
            }
            if (known.objected().contains(email)) {
                return Line.nobody(draft, Verdict.OBJECTED, Reason.OBJECTED, Line.Like.NOBODY);
            }
            if (known.members().contains(email)) {
                return Line.nobody(draft, Verdict.MEMBER, null, Line.Like.NOBODY);
            }
            return bringing(draft, known.contacts().get(email));
        }

        private Line bringing(Draft draft, UUID contact) {
            var like = contact == null ? like(draft.who().phone()) : Line.Like.NOBODY;
            if (draft.who().phone() != null) phones.putIfAbsent(draft.who().phone(), draft.line());
            if (contact != null) return Line.of(draft, Verdict.MATCH, like);
            return Line.of(draft, like.equals(Line.Like.NOBODY) ? Verdict.CREATE : Verdict.DUPLICATE, like);
        }

        /** Who has the same number, under another address. */
        private Line.Like like(String phone) {
            if (phone == null) return Line.Like.NOBODY;
            if (known.memberPhones().containsKey(phone)) {
                return Line.Like.member(known.memberPhones().get(phone));
            }
            if (known.contactPhones().containsKey(phone)) {
                return Line.Like.contact(known.contactPhones().get(phone));
            }
            return phones.containsKey(phone) ? Line.Like.line(phones.get(phone)) : Line.Like.NOBODY;
        }
    }
}
