package org.barnstorm.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.JournalFeed;

/**
 * Makes it the turn of those in whose part of the tree something happened: one short look at the journal for all, as in the
 * feed of changes. Who is passed over because somebody works on them is woken in the next round.
 */
@ApplicationScoped
class Wakening {
    private final JournalFeed feed;
    private final WebhookRepository webhooks;
    private final ProgressRepository progress;
    private final Groups groups;
    private final Set<UUID> left = new HashSet<>();
    private long told = -1;

    Wakening(JournalFeed feed, WebhookRepository webhooks, ProgressRepository progress, Groups groups) {
        this.feed = feed;
        this.webhooks = webhooks;
        this.progress = progress;
        this.groups = groups;
    }

    synchronized void round() {
        if (told < 0) told = feed.bound(); // what was before, each finds when it is its turn
        var stir = feed.since(told);
        if (stir.everywhere() || !stir.paths().isEmpty()) {
            left.addAll(QuarkusTransaction.requiringNew().call(() -> meant(stir)));
        }
        told = stir.bound();
        if (!left.isEmpty())
            QuarkusTransaction.requiringNew().call(() -> progress.wake(left)).forEach(left::remove);
    }

    private Collection<UUID> meant(JournalFeed.Stir stir) {
        var paths = stir.paths().stream().map(GroupPath::new).toList();
        return webhooks.listeners().stream()
                .filter(each -> stir.everywhere() || paths.stream().anyMatch(path(each)::covers))
                .map(WebhookRepository.Listener::id)
                .collect(Collectors.toSet());
    }

    private GroupPath path(WebhookRepository.Listener listener) {
        return groups.withId(listener.groupId()).path();
    }
}
