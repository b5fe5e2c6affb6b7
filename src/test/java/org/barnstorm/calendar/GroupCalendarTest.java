package org.barnstorm.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.calendar.Feeds.entry;
import static org.barnstorm.calendar.Feeds.saturday;
import static org.barnstorm.calendar.Feeds.titles;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a group does for everybody in its movement, and nothing else of it. */
@QuarkusTest
class GroupCalendarTest {
    @Inject
    People people;

    private final String movement = People.freshMovement();
    private final String town = movement + ".town";
    private final String beside = movement + ".beside";

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void only_what_is_for_the_whole_movement_is_in_it() {
        var organiser = people.with(ORGANISER, town);
        for (var audience : List.of("MOVEMENT", "GROUP", "BRANCH", "INVITED")) {
            Work.open(organiser, saturday(town, audience, audience));
        }
        var nearby = saturday(town, "NEARBY", "MOVEMENT");
        nearby.put("audience", Map.of("who", "NEARBY", "km", 10));
        Work.open(organiser, nearby);
        Work.draft(organiser, saturday(town, "DRAFT", "MOVEMENT"));
        var anyTime = Work.leaflets(town, "audience", Map.of("who", "MOVEMENT"));
        Work.open(organiser, anyTime);
        // Whoever's calendar it is: what their membership or mandate shows them goes to nobody else.
        for (var owner : List.of(people.member(beside), people.member(town), organiser)) {
            assertThat(titles(Feeds.group(owner, town))).containsExactly("MOVEMENT");
        }
    }

    @Test
    void it_says_when_and_not_where_nor_how() {
        Work.open(people.with(ORGANISER, town), saturday(town, "Leaflets", "MOVEMENT"));
        assertThat(Feeds.text(Feeds.group(people.member(town), town)))
                .contains("SUMMARY:Leaflets", "Sign in to see where")
                .doesNotContain("Level", "50.83", "GEO", "LOCATION", "key", "mat", "Ada", "ORGANIZER");
    }

    @Test
    void groups_below_are_in_it_and_those_beside_are_not() {
        Work.open(people.with(ORGANISER, town + ".ward"), saturday(town + ".ward", "Ward", "MOVEMENT"));
        Work.open(people.with(ORGANISER, beside), saturday(beside, "Beside", "MOVEMENT"));
        var member = people.member(town);
        assertThat(titles(Feeds.group(member, town))).containsExactly("Ward");
        assertThat(titles(Feeds.group(member, movement))).containsExactlyInAnyOrder("Ward", "Beside");
    }

    @Test
    void who_is_no_member_of_the_movement_has_an_empty_one_until_they_are() {
        Work.open(people.with(ORGANISER, town), saturday(town, "Leaflets", "MOVEMENT"));
        var person = people.newcomer();
        var link = Feeds.group(person, town);
        assertThat(titles(link)).isEmpty();
        person.put("/groups/{path}/membership", town).statusCode(200);
        assertThat(titles(link)).containsExactly("Leaflets");
        person.delete("/groups/{path}/membership", town).statusCode(204);
        assertThat(titles(link)).isEmpty();
    }

    @Test
    void who_is_suspended_there_reads_nothing_by_a_link_of_before() {
        Work.open(people.with(ORGANISER, town), saturday(town, "Leaflets", "MOVEMENT"));
        var off = Work.open(people.with(ORGANISER, town), saturday(town, "Posters", "MOVEMENT"));
        people.lead(town).act("/tasks/{id}/cancel", off).statusCode(200);
        var person = people.member(town);
        people.grow(beside); // where they stay a member, so that the movement is still theirs
        person.put("/groups/{path}/membership", beside).statusCode(200);
        var link = Feeds.group(person, town);
        assertThat(titles(link)).containsExactlyInAnyOrder("Leaflets", "Called off");
        var until = Instant.now().plus(Duration.ofDays(7)).toString();
        var body = Map.of("memberId", person.id(), "reason", "Three people reported it.", "until", until);
        people.lead(town).post("/groups/{path}/suspensions", body, town).statusCode(201);
        assertThat(titles(link)).isEmpty();
    }

    @Test
    void what_is_called_off_is_said_without_what_it_was_and_what_was_never_open_not_at_all() {
        var organiser = people.with(ORGANISER, town);
        var open = Work.open(organiser, saturday(town, "Leaflets", "MOVEMENT"));
        var draft = Work.draft(organiser, saturday(town, "Secret", "MOVEMENT"));
        var group = Work.open(organiser, saturday(town, "Ours", "GROUP"));
        var link = Feeds.group(people.member(town), town);
        var before = entry(link);
        for (var task : List.of(open, draft, group))
            organiser.act("/tasks/{id}/cancel", task).statusCode(200);
        var after = entry(link);
        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(after.getStatus().isCancelled()).isTrue();
        assertThat(after.getSummary().getValue()).isEqualTo("Called off");
        assertThat(after.getSequence().getValue())
                .isGreaterThan(before.getSequence().getValue());
        assertThat(Feeds.text(link)).doesNotContain("Leaflets", "Secret", "Ours");
    }

    @Test
    void what_takes_no_more_people_is_gone_and_claims_change_nothing() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, saturday(town, "Leaflets", "MOVEMENT"));
        var link = Feeds.group(people.member(beside), town);
        var before = Feeds.text(link);
        Work.claim(people.member(town), task);
        // Neither how many come nor when they decided to is anybody else's business.
        assertThat(Feeds.text(link)).isEqualTo(before);
        organiser.act("/tasks/{id}/close", task).statusCode(200);
        assertThat(titles(link)).isEmpty();
    }

    /** London's clock goes forward on 29 March 2037 and back on 25 October, New York's on 8 March and 1 November. */
    @ParameterizedTest
    @CsvSource({
        "Europe/London,    2037-03-16, 2037-03-18",
        "Europe/London,    2037-10-12, 2037-10-14",
        "America/New_York, 2037-02-23, 2037-02-25",
        "America/New_York, 2037-10-19, 2037-10-21",
    })
    void T_43_a_weekly_evening_stays_at_six_across_a_change_of_the_clock(ZoneId zone, String today, String first) {
        var organiser = people.with(ORGANISER, town);
        var link = Feeds.group(people.member(town), town);
        QuarkusMock.installMockForType(Clock.fixed(Instant.parse(today + "T12:00:00Z"), ZoneOffset.UTC), Clock.class);
        var content = Map.of(
                "title",
                "Ring ten members",
                "capacity",
                5,
                "remote",
                true,
                "effortMinutes",
                90,
                "audience",
                Map.of("who", "MOVEMENT"));
        organiser
                .post(
                        "/series",
                        Map.of(
                                "group",
                                town,
                                "rrule",
                                "FREQ=WEEKLY",
                                "start",
                                first + "T18:00",
                                "zone",
                                zone.getId(),
                                "durationMinutes",
                                120,
                                "publish",
                                true,
                                "content",
                                content))
                .statusCode(201);
        var starts = Feeds.events(link).stream()
                .map(event -> event.getDateStart().getValue().toInstant().atZone(zone))
                .toList();
        assertThat(starts).hasSize(4);
        assertThat(starts).extracting(ZonedDateTime::toLocalTime).containsOnly(LocalTime.of(18, 0));
        assertThat(starts.stream().map(ZonedDateTime::getOffset).distinct()).hasSize(2);
    }
}
