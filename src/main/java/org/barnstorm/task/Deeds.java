package org.barnstorm.task;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.GroupPath;

/**
 * What one person did in a branch of the tree since a moment: as much of it as is undone in one go, oldest first.
 *
 * @param left how much there is besides
 */
record Deeds(GroupPath branch, UUID memberId, Instant since, List<Item> items, long left) {
    /** One deed, the hold it was done with, and the task. */
    record Item(Deed deed, Assignment hold, Task task) {
        Instant at() {
            return deed.at(hold);
        }
    }

    /**
     * @param looks holds among which the deeds are
     * @param total how many there are in all
     */
    static Deeds among(List<HoldRepository.Look> looks, GroupPath branch, UUID memberId, Instant since, long total) {
        var items = looks.stream()
                .flatMap(look -> Deed.of(memberId, look.own(), since).stream()
                        .map(deed -> new Item(deed, look.own(), look.task())))
                .sorted(Comparator.comparing(Item::at)
                        .thenComparing(item -> item.hold().id()))
                .toList();
        return new Deeds(branch, memberId, since, items, total - items.size());
    }

    int count(Deed deed) {
        return (int) items.stream().filter(item -> item.deed() == deed).count();
    }

    /** The same for the same deeds, and different as soon as one more or less would be undone, or in another way. */
    String fingerprint() {
        var text = items.stream()
                .map(item -> item.hold().id() + " " + item.deed())
                .sorted()
                .collect(Collectors.joining("\n", branch + "\n" + memberId + "\n" + since + "\n", ""));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
