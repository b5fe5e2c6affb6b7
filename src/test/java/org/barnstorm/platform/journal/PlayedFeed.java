package org.barnstorm.platform.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A journal without a database: tests say what happened, and how often somebody looked. */
public final class PlayedFeed extends JournalFeed {
    private final List<String> paths = new ArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();

    public PlayedFeed() {
        super(null, null);
    }

    /** Something happened in a group. */
    public synchronized void happens(String path) {
        paths.add(path);
    }

    public int looks() {
        return looks.get();
    }

    @Override
    public synchronized long bound() {
        return paths.size();
    }

    @Override
    public synchronized Stir since(long earlier) {
        looks.incrementAndGet();
        return new Stir(bound(), List.copyOf(paths.subList((int) earlier, paths.size())), false);
    }
}
