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

    /** Places that come free while somebody waits for them. */
    Waiting waitlist();

    /** Places that come free shortly before the start. */
    Rescuing rescue();

    /** How wait lists work. */
    interface Waiting {
        /** How long the next person has to answer; a quarter of the time to the start, if that is less. */
        @WithDefault("30m")
        Duration offer();

        /** Never shorter, however near the start is. */
        @WithDefault("2m")
        Duration least();

        /** In how many lists somebody may wait. */
        @WithDefault("10")
        int most();
    }

    /** Who is called when somebody drops out late. */
    interface Rescuing {
        /** How long before the start a place that came free is an emergency. */
        @WithDefault("48h")
        Duration window();

        /** How far from the place people may live. */
        @WithDefault("25")
        int km();

        /** How many of them are called, the nearest first. */
        @WithDefault("20")
        int people();

        /** How long they have, until the organiser is told; half of the time to the start, if that is less. */
        @WithDefault("2h")
        Duration answer();

        /** Never shorter, however near the start is. */
        @WithDefault("10m")
        Duration least();
    }

    /** Handing a place over to another person. */
    HandoverTerms handover();

    /** For how long the other person can take it over. */
    interface HandoverTerms {
        /** Never beyond the hold itself. */
        @WithDefault("24h")
        Duration openFor();
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
