package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Drives;
import org.barnstorm.testing.InFlight;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Problems;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While somebody whose mandate is for one campaign waits for a task, it is put into another campaign. */
@QuarkusTest
class LimitedRaceTest {
    private static final List<String> CAPABILITIES =
            List.of("TASK_EDIT", "TASK_ASSIGN", "TASK_VERIFY", "ASSIGNMENT_READ");
    private static final String PUT = "update task set campaign_id = ? where id = ?";
    private static final String WAITING = "select count(*) from pg_locks where not granted";
    private static final int MOST_TRIES = 20;

    /** What such a mandate allows, and the lock on the task decides. */
    enum Act {
        EDIT,
        CLOSE,
        NEED,
        INVITE,
        OFFER,
        OFFER_TO_SEVERAL,
        OFFER_TO_OFFICE,
        MOVE,
        EXTEND,
        VERIFY
    }

    @Inject
    People people;

    private final String town = People.freshTown();
    private UUID campaign;
    private UUID other;
    private UUID mandate;
    private UUID task;
    private UUID hold;
    private UUID result;
    private Wire organiser;
    private Person holder;
    private Person guest;

    @BeforeEach
    void appoint() {
        people.grow(town);
        var lead = people.lead(town);
        campaign = Drives.campaign(lead, town);
        other = Drives.campaign(lead, town);
        task = Work.open(lead, Work.leaflets(town, "campaignId", campaign));
        Work.edit(lead, task, Map.of("capacity", 9));
        holder = people.member(town);
        hold = Work.claim(holder, task);
        result = Work.done(people.member(town), task);
        guest = people.member(town);
        var limited = people.member(town);
        var wanted = Drives.limited(limited, town, campaign, null);
        wanted.put("capabilities", CAPABILITIES);
        mandate = UUID.fromString(Drives.appoint(lead, wanted));
        organiser = Wire.of(limited);
    }

    @ParameterizedTest
    @EnumSource
    void under_the_lock_it_is_asked_again_what_the_task_is_about(Act act) {
        assertThat(whileItBecomesAnothers(request(act)).kind()).isEqualTo("403 no-mandate");
        assertThat(Sql.value(Long.class, "select count(*) from journal where mandate_id = ?", mandate))
                .isZero();
        Sql.run(PUT, campaign, task);
    }

    private Supplier<Answer> request(Act act) {
        var path = "/tasks/" + task;
        var toGuest = Map.of("memberId", guest.id());
        var toGuests = Map.of("memberIds", List.of(guest.id()));
        return switch (act) {
            case EDIT ->
                () -> organiser.patch(
                        path,
                        "\"" + organiser.get(path).body().path("version").asText() + "\"",
                        Map.of("title", "Doors"));
            case CLOSE -> () -> organiser.act(path + "/close");
            case NEED -> () -> organiser.put(path + "/needs", Map.of("taskIds", List.of()));
            case INVITE -> () -> organiser.put(path + "/invitations", toGuests);
            case OFFER -> () -> organiser.post(path + "/assignments", toGuest);
            case OFFER_TO_SEVERAL -> () -> organiser.post(path + "/assignments", toGuests);
            case OFFER_TO_OFFICE ->
                () -> organiser.post(path + "/assignments", Map.of("role", Role.VERIFIER, "group", town));
            case MOVE ->
                () -> organiser.post(
                        "/assignments/" + hold + "/move", Map.of("memberId", guest.id(), "reason", "Ill."));
            case EXTEND -> {
                var fence = Map.of("fence", Work.fence(holder, hold));
                yield () -> organiser.post("/assignments/" + hold + "/extend", fence);
            }
            case VERIFY -> () -> organiser.act("/assignments/" + result + "/verify");
        };
    }

    /** The task changes hands while the request waits for it; again, if that took longer than anybody waits. */
    private Answer whileItBecomesAnothers(Supplier<Answer> request) {
        for (var i = 0; i < MOST_TRIES; i++) {
            Sql.run(PUT, campaign, task);
            var answer = onceItWaits(request);
            if (answer != null) return answer;
        }
        throw new AssertionError("It never waited for the task until that was another campaign's");
    }

    /** Null if nobody waited, or not long enough. */
    private Answer onceItWaits(Supplier<Answer> request) {
        var answered = new AtomicReference<Answer>();
        var waited = new AtomicBoolean();
        try (var lead = InFlight.with(PUT, other, task)) {
            Concurrently.race(List.<Callable<Void>>of(
                    () -> {
                        answered.set(request.get());
                        return null;
                    },
                    () -> {
                        await().pollDelay(Duration.ZERO)
                                .pollInterval(Duration.ofMillis(5))
                                .until(() -> isSomebodyWaiting() || answered.get() != null);
                        waited.set(answered.get() == null);
                        lead.commit();
                        return null;
                    }));
        }
        return waited.get() && !isBusy(answered.get()) ? answered.get() : null;
    }

    private static boolean isBusy(Answer answer) {
        return Problems.meansAgain(answer.status(), answer.code());
    }

    private static boolean isSomebodyWaiting() {
        return Sql.value(Long.class, WAITING) > 0;
    }
}
