package org.barnstorm.chaos.client;

import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The tasks that are to be had now: a few hot ones for the whole run, and others that make room for new ones. */
final class Board {
    /** Out of a hundred claims, those of a hot task. */
    private static final int HOT_SHARE = 40;

    private final int hot;
    private final AtomicReferenceArray<Post> posts;
    private final BlockingQueue<Integer> vacant = new LinkedBlockingQueue<>();

    Board(int hot, int cold) {
        this.hot = hot;
        this.posts = new AtomicReferenceArray<>(hot + cold);
        for (var slot = 0; slot < posts.length(); slot++) vacant.add(slot);
    }

    /** A task to claim, or null while there is none. */
    Post pick(Random random) {
        var slot = random.nextInt(100) < HOT_SHARE ? random.nextInt(hot) : hot + random.nextInt(posts.length() - hot);
        var post = posts.get(slot);
        if (post == null) return null;
        var left = post.left().decrementAndGet();
        if (left == 0) vacant.add(slot);
        return left < 0 ? null : post;
    }

    /** A task to look at or to offer places in, or null. */
    Post any(Random random) {
        return posts.get(random.nextInt(posts.length()));
    }

    /** A slot that needs a new task, or null. */
    Integer vacancy() {
        return vacant.poll();
    }

    /** Nothing came of filling it. */
    void stillVacant(int slot) {
        vacant.add(slot);
    }

    boolean isHot(int slot) {
        return slot < hot;
    }

    /** Puts a new task in place of the one before, which is returned. */
    Post fill(int slot, Post post) {
        return posts.getAndSet(slot, post);
    }
}
