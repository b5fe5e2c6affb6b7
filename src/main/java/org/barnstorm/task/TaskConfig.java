package org.barnstorm.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a movement can set about tasks and holds; {@code docs/tasks.md} explains each. */
@ConfigMapping(prefix = "barnstorm.task")
interface TaskConfig {
    /** How often each replica looks for what has become due. */
    Duration sweepEvery();

    /** How long after the lease a hold is still the holder's, before its place is free again. */
    @WithDefault("30m")
    Duration grace();

    /** How long before the end of the lease the holder is warned; a quarter of the lease, if that is less. */
    @WithDefault("12h")
    Duration warnBefore();

    /** A place of scheduled work that is given back closer to its start counts like a lapse. */
    @WithDefault("12h")
    Duration lateRelease();

    /** The time one needs from one place to the next; remote work needs none. */
    @WithDefault("30m")
    Duration travelGap();

    /** How many claims somebody may have open. */
    Limits limits();

    /** When the board of a group calls a task stuck. */
    Board board();

    /** The patience in {@link Stuck}. */
    interface Board {
        /** A result should not wait longer to be verified. */
        @WithDefault("48h")
        Duration verificationWithin();

        /** A place should not be free longer. */
        @WithDefault("P7D")
        Duration claimedWithin();

        /** So close to the start no place should be free. */
        @WithDefault("48h")
        Duration startsWithin();

        /** Who lives further from the place of the work than this is not near. */
        @WithDefault("50")
        int nearKm();
    }

    /** The numbers in {@link TrackRecord#claimLimit}. */
    interface Limits {
        /** For somebody without any history. */
        @WithDefault("3")
        int start();

        /** Never fewer, so that everybody has a way back. */
        @WithDefault("1")
        int least();

        /** Never more. */
        @WithDefault("20")
        int most();

        /** So many verified results make it one more. */
        @WithDefault("2")
        int step();

        /** How far back lapses count. */
        @WithDefault("P180D")
        Duration window();
    }
}
