package org.barnstorm.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.calendar.Feeds.entry;
import static org.barnstorm.calendar.Feeds.path;
import static org.barnstorm.calendar.Feeds.saturday;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody took on, in their calendar program. */
@QuarkusTest
class CommitmentsTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void what_one_took_on_is_there_with_its_place_if_one_chose_so() {
        var ada = people.member(town, "Ada Lovelace");
        var task = Work.open(organiser(), saturday(town, "Leaflets in Hanover", "GROUP"));
        var places = Feeds.own(ada, Detail.PLACES);
        assertThat(Feeds.events(places)).isEmpty();
        Work.claim(ada, task);
        var entry = entry(places);
        assertThat(entry.getSummary().getValue()).isEqualTo("Leaflets in Hanover");
        assertThat(entry.getDateStart().getValue()).isEqualTo(Date.from(Feeds.SATURDAY));
        assertThat(entry.getDateEnd().getValue()).isEqualTo(Date.from(Feeds.SATURDAY.plus(Duration.ofHours(2))));
        assertThat(entry.getStatus().isConfirmed()).isTrue();
        assertThat(entry.getLocation().getValue()).isEqualTo("Level, by the cafe");
        assertThat(entry.getGeo().getLatitude()).isEqualTo(50.83123);
        assertThat(entry(Feeds.own(ada, Detail.TITLES)).getLocation()).isNull();
        assertThat(Feeds.text(Feeds.own(ada, Detail.TIMES)))
                .contains("SUMMARY:Busy")
                .doesNotContain("Hanover", town);
    }

    /** Instructions can have the number of somebody, or where the key is; others' names are nobody's business. */
    @Test
    void nobody_else_is_in_it_and_no_instructions() {
        var ada = people.member(town, "Ada Lovelace");
        var ben = people.member(town, "Ben Tillett");
        var organiser = organiser();
        var task = Work.open(organiser, saturday(town, "Leaflets", "GROUP"));
        Work.claim(ada, task);
        Work.claim(ben, task);
        assertThat(Feeds.text(Feeds.own(ada, Detail.PLACES)))
                .doesNotContain("Ben", "Tillett", "Ada", "Lovelace", "key", "mat", "ORGANIZER", "ATTENDEE")
                .doesNotContain(
                        ben.id().toString(), ada.id().toString(), organiser.id().toString());
    }

    @Test
    void an_edit_keeps_the_entry_and_counts() {
        var ada = people.member(town);
        var organiser = organiser();
        var task = Work.open(organiser, saturday(town, "Leaflets", "GROUP"));
        Work.claim(ada, task);
        var link = Feeds.own(ada, Detail.TITLES);
        var before = entry(link);
        var later = Feeds.SATURDAY.plus(Duration.ofHours(3));
        Work.edit(
                organiser,
                task,
                Map.of(
                        "startsAt",
                        later.toString(),
                        "endsAt",
                        later.plusSeconds(3600).toString()));
        var after = entry(link);
        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(after.getSequence().getValue())
                .isGreaterThan(before.getSequence().getValue());
        assertThat(after.getLastModified().getValue())
                .isAfterOrEqualTo(before.getLastModified().getValue());
        assertThat(after.getDateStart().getValue()).isEqualTo(Date.from(later));
    }

    @Test
    void an_offer_is_tentative_and_what_was_declined_is_cancelled() {
        var ada = people.member(town);
        var organiser = organiser();
        var task = Work.open(organiser, saturday(town, "Leaflets", "GROUP"));
        var hold = Work.offer(organiser, task, ada);
        var link = Feeds.own(ada, Detail.TITLES);
        assertThat(entry(link).getStatus().isTentative()).isTrue();
        ada.post("/assignments/{id}/decline", Map.of("reason", "I work then."), hold)
                .statusCode(200);
        assertThat(entry(link).getStatus().isCancelled()).isTrue();
    }

    @Test
    void who_gives_a_place_back_and_takes_another_has_one_entry() {
        var ada = people.member(town);
        var task = Work.open(organiser(), saturday(town, "Leaflets", "GROUP"));
        var link = Feeds.own(ada, Detail.TITLES);
        var hold = Work.claim(ada, task);
        var held = entry(link);
        ada.delete("/tasks/{id}/claim?fence=" + Work.fence(ada, hold), task).statusCode(200);
        var released = entry(link);
        assertThat(released.getStatus().isCancelled()).isTrue();
        Work.claim(ada, task);
        var again = entry(link);
        assertThat(again.getStatus().isConfirmed()).isTrue();
        assertThat(again.getUid().getValue())
                .isEqualTo(held.getUid().getValue())
                .isEqualTo(released.getUid().getValue());
        assertThat(held.getSequence().getValue())
                .isLessThan(released.getSequence().getValue());
        assertThat(released.getSequence().getValue())
                .isLessThan(again.getSequence().getValue());
    }

    @Test
    void a_task_that_was_called_off_is_cancelled() {
        var ada = people.member(town);
        var organiser = organiser();
        var task = Work.open(organiser, saturday(town, "Leaflets", "GROUP"));
        Work.claim(ada, task);
        var link = Feeds.own(ada, Detail.TITLES);
        organiser.act("/tasks/{id}/cancel", task).statusCode(200);
        assertThat(entry(link).getStatus().isCancelled()).isTrue();
        assertThat(entry(link).getSummary().getValue()).isEqualTo("Leaflets");
    }

    @Test
    void work_without_a_time_and_what_is_long_over_is_not_in_it() {
        var ada = people.member(town);
        var organiser = organiser();
        Work.claim(ada, Work.open(organiser, town, 1));
        Work.claim(ada, Work.open(organiser, saturday(town, "Leaflets", "GROUP")));
        var link = Feeds.own(ada, Detail.TITLES);
        assertThat(Feeds.titles(link)).containsExactly("Leaflets");
        at(Feeds.SATURDAY.plus(Duration.ofDays(29)));
        assertThat(Feeds.events(link)).hasSize(1);
        at(Feeds.SATURDAY.plus(Duration.ofDays(31)));
        assertThat(Feeds.events(link)).isEmpty();
    }

    @Test
    void who_has_it_already_is_told_so_until_something_changes() {
        var ada = people.member(town);
        var task = Work.open(organiser(), saturday(town, "Leaflets", "GROUP"));
        var link = Feeds.own(ada, Detail.TITLES);
        var tag = Feeds.get(link).header("ETag");
        var same = given().header("If-None-Match", tag).get(path(link));
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.header("ETag")).isEqualTo(tag);
        assertThat(same.asByteArray()).isEmpty();
        Work.claim(ada, task);
        var other = given().header("If-None-Match", tag).get(path(link));
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void what_became_of_ones_own_places_stays_to_be_seen_after_one_left() {
        var ada = people.member(town);
        Work.claim(ada, Work.open(organiser(), saturday(town, "Leaflets", "GROUP")));
        var link = Feeds.own(ada, Detail.TITLES);
        ada.delete("/groups/{path}/membership", town).statusCode(204);
        assertThat(Feeds.titles(link)).containsExactly("Leaflets");
    }

    private Person organiser() {
        return people.with(ORGANISER, town);
    }

    private static void at(Instant moment) {
        QuarkusMock.installMockForType(Clock.fixed(moment, java.time.ZoneOffset.UTC), Clock.class);
    }
}
