package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** What is true of a hold after every act, whatever the act was. Said without the model, so that it may be wrong too. */
final class HoldLaws {
    private static final List<String> FOR_EVER =
            List.of("id", "taskId", "memberId", "fence", "source", "assignedBy", "createdAt", "office");
    private static final Set<String> WITH_RESULT = Set.of("DONE", "VERIFIED", "REJECTED", "ATTEMPTED", "UNDONE");
    private static final Set<String> WITH_PLACE = Set.of("OFFERED", "HELD", "DONE", "VERIFIED");

    private final Picture picture;
    private SortedMap<String, Object> before;
    private int extendedByRight;

    HoldLaws(SortedMap<String, Object> made, Picture picture) {
        this.before = made;
        this.picture = picture;
    }

    /** @param now is the same as it was, or later */
    void check(SortedMap<String, Object> after, HoldStep step, int taskRevision, Instant now) {
        if (after.equals(before)) return;
        if (picture.isEnd(before.get("status")))
            fail("%s is the end, but %s", before.get("status"), Fields.difference(before, after));
        for (var name : FOR_EVER) assertThat(after.get(name)).as(name).isEqualTo(before.get(name));
        assertThat((int) after.get("revision")).isBetween((int) before.get("revision"), taskRevision);
        ends(after);
        results(after);
        times(after, now);
        leases(after, step);
        before = after;
    }

    private static void ends(SortedMap<String, Object> after) {
        var status = (String) after.get("status");
        assertThat(after.get("endedAt") == null).as("has a place").isEqualTo(WITH_PLACE.contains(status));
        assertThat(after.get("movedTo") != null).as("moved").isEqualTo(status.equals("MOVED"));
        if ((boolean) after.get("late")) assertThat(status).as("late").isEqualTo("RELEASED");
        if (WITH_PLACE.contains(status))
            assertThat(after.get("reason")).as("reason to end").isNull();
    }

    private static void results(SortedMap<String, Object> after) {
        var status = (String) after.get("status");
        assertThat(after.get("outcome") != null).as("outcome").isEqualTo(WITH_RESULT.contains(status));
        assertThat(after.get("completedAt") != null).as("completed").isEqualTo(WITH_RESULT.contains(status));
        assertThat(after.get("verifiedBy")).as("verified by").isNotEqualTo(after.get("memberId"));
        assertThat(after.get("verifiedBy") == null).as("verdict").isEqualTo(after.get("verifiedAt") == null);
        if (!Set.of("VERIFIED", "REJECTED", "UNDONE").contains(status))
            assertThat(after.get("verifiedBy")).isNull();
        if (status.equals("OFFERED") || status.equals("DECLINED"))
            assertThat(after.get("heldAt")).isNull();
        if (status.equals("HELD") || WITH_RESULT.contains(status))
            assertThat(after.get("heldAt")).isNotNull();
    }

    private static void times(SortedMap<String, Object> after, Instant now) {
        var times = Stream.of("createdAt", "heldAt", "completedAt", "verifiedAt", "endedAt")
                .map(name -> (Instant) after.get(name))
                .filter(Objects::nonNull)
                .toList();
        assertThat(times).as("times").isSorted().allMatch(time -> !time.isAfter(now));
    }

    /** An end that somebody was told comes no earlier, except that an offer which is accepted has a new one. */
    private void leases(SortedMap<String, Object> after, HoldStep step) {
        var was = (Lease) before.get("lease");
        var is = (Lease) after.get("lease");
        assertThat(is.expiresAt()).as("grace").isAfterOrEqualTo(is.until());
        if (is.warnAt() != null) assertThat(is.warnAt()).as("warning").isBeforeOrEqualTo(is.until());
        if (after.get("status").equals("OFFERED"))
            assertThat(is.warnAt()).as("warning").isNull();
        if (before.get("status").equals("OFFERED") && after.get("status").equals("HELD")) {
            assertThat(is.extensions()).isZero();
            assertThat(is.until()).as("has time").isAfter((Instant) after.get("heldAt"));
            return;
        }
        assertThat(is.until()).as("lease").isAfterOrEqualTo(was.until());
        assertThat(is.expiresAt()).as("grace").isAfterOrEqualTo(was.expiresAt());
        assertThat(is.extensions()).isBetween(was.extensions(), was.extensions() + 1);
        if (is.extensions() > was.extensions() && step.byRight()) extendedByRight++;
        assertThat(extendedByRight).as("by right").isLessThanOrEqualTo(1);
        if (is.extensions() == was.extensions() && was.warnAt() == null)
            assertThat(is.warnAt()).as("warned").isNull();
    }
}
