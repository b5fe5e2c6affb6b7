package org.barnstorm.chaos.client;

import java.util.UUID;

/** A place that somebody was told is theirs. */
record Hold(Post post, Someone who, UUID id, long fence) {
    static Hold of(Post post, Someone who, Reply reply) {
        return new Hold(post, who, reply.id(), reply.body().path("fence").asLong());
    }
}
