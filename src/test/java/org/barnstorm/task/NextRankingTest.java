package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.barnstorm.platform.GeoPoint;

/** What the order of suggestions keeps to, whoever looks and whatever there is. */
class NextRankingTest {
    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final List<UUID> GROUPS =
            IntStream.range(0, 4).mapToObj(i -> new UUID(9, i)).toList();
    private static final GeoPoint HERE = point(50.83, -0.14);

    @Property
    @Label("the best come first, each once, at most twenty")
    void the_best_come_first(@ForAll("tasks") List<Candidate> tasks, @ForAll("seekers") Seeker seeker) {
        var ranking = new NextRanking(seeker, gaps());
        var best = ranking.best(tasks);
        assertThat(best).hasSize(Math.min(NextRanking.MOST, tasks.size())).doesNotHaveDuplicates();
        assertThat(tasks).containsAll(best);
        if (!tasks.isEmpty())
            assertThat(best.get(0)).isEqualTo(ranking.ranked(tasks).get(0));
        var scores = ranking.ranked(tasks).stream().map(ranking::score).toList();
        assertThat(scores).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(scores).allMatch(score -> score >= 0 && score <= 100);
    }

    @Property
    @Label("the order in which tasks are found does not matter")
    void the_order_in_which_tasks_are_found_does_not_matter(
            @ForAll("tasks") List<Candidate> tasks, @ForAll("seekers") Seeker seeker, @ForAll long seed) {
        var shuffled = new ArrayList<>(tasks);
        Collections.shuffle(shuffled, new Random(seed));
        var ranking = new NextRanking(seeker, gaps());
        assertThat(ranking.best(shuffled)).isEqualTo(ranking.best(tasks));
    }

    @Property
    @Label("of equals the older one comes first")
    void of_equals_the_older_one_comes_first(
            @ForAll("task") Candidate task,
            @ForAll("seekers") Seeker seeker,
            @ForAll @IntRange(min = 2, max = 5) int n) {
        var equals = IntStream.range(0, n)
                .mapToObj(i -> new Change(task).id(new UUID(5, n - i)).done())
                .toList();
        var ids = new NextRanking(seeker, gaps())
                .best(equals).stream().map(Candidate::id).toList();
        assertThat(ids).isSorted();
    }

    @Property
    @Label("closer is never worse")
    void closer_is_never_worse(
            @ForAll("tasks") List<Candidate> others,
            @ForAll("task") Candidate task,
            @ForAll("seekers") Seeker seeker,
            @ForAll("degrees") double near,
            @ForAll("degrees") double more) {
        var at = new Change(task).remote(false).id(new UUID(7, 7));
        var closer = at.at(point(50.83 + near, -0.14)).done();
        var further = at.at(point(50.83 + near + more, -0.14)).done();
        notWorse(others, closer, further, seeker);
    }

    @Property
    @Label("sooner and emptier is never less urgent")
    void sooner_and_emptier_is_never_less_urgent(
            @ForAll("tasks") List<Candidate> others,
            @ForAll("task") Candidate task,
            @ForAll("seekers") Seeker seeker,
            @ForAll @IntRange(max = 3000) int hours,
            @ForAll @IntRange(max = 3000) int more,
            @ForAll @IntRange(max = 9) int taken,
            @ForAll @IntRange(max = 9) int moreTaken) {
        var at = new Change(task).id(new UUID(7, 7)).capacity(20);
        var sooner = at.in(hours).taken(taken).done();
        var later = at.in(hours + more).taken(taken + moreTaken).done();
        notWorse(others, sooner, later, seeker);
    }

    @Property
    @Label("a group that lacks more people is never worse off")
    void a_group_that_lacks_more_people_is_never_worse_off(
            @ForAll("task") Candidate task,
            @ForAll("seekers") Seeker seeker,
            @ForAll @IntRange(max = 50) int free,
            @ForAll @IntRange(max = 50) int more) {
        var fewer = new NextRanking(seeker, Map.of(task.groupId(), new Gap(free, 100)));
        var greater = new NextRanking(seeker, Map.of(task.groupId(), new Gap(free + more, 100)));
        assertThat(greater.score(task)).isGreaterThanOrEqualTo(fewer.score(task));
    }

    @Property
    @Label("what fits is never worse: an invitation, a course one took, a group of one's own, the time one has")
    void what_fits_is_never_worse(@ForAll("task") Candidate task, @ForAll("seekers") Seeker seeker) {
        var ranking = new NextRanking(seeker, gaps());
        var plain = new Change(task)
                .invited(false)
                .course(null)
                .group(new UUID(8, 8))
                .effort(10);
        var score = ranking.score(plain.done());
        assertThat(ranking.score(plain.course(new UUID(4, 4)).done())).isGreaterThan(score);
        assertThat(ranking.score(plain.course(null).invited(true).done())).isGreaterThan(score);
        if (seeker.minutes() == null) return;
        assertThat(ranking.score(plain.invited(false).effort(seeker.minutes()).done()))
                .isGreaterThanOrEqualTo(score);
    }

    @Property
    @Label("one group does not crowd out the others")
    void one_group_does_not_crowd_out_the_others(
            @ForAll("tasks") List<Candidate> tasks, @ForAll("seekers") Seeker seeker) {
        var best = new NextRanking(seeker, gaps()).best(tasks);
        var ofGroup = new HashMap<UUID, Integer>();
        var waiting = new HashMap<UUID, Integer>();
        tasks.forEach(task -> waiting.merge(task.groupId(), 1, Integer::sum));
        for (var task : best) {
            waiting.merge(task.groupId(), -1, Integer::sum);
            if (ofGroup.merge(task.groupId(), 1, Integer::sum) <= NextRanking.OF_ONE_GROUP) continue;
            assertThat(waiting).allSatisfy((group, left) -> assertThat(
                            left == 0 || ofGroup.getOrDefault(group, 0) >= NextRanking.OF_ONE_GROUP)
                    .as("all groups have had their turn")
                    .isTrue());
        }
    }

    @Property
    @Label("without a position places do not count")
    void without_a_position_places_do_not_count(@ForAll("task") Candidate task, @ForAll("degrees") double away) {
        var ranking = new NextRanking(new Seeker(null, true, null, Set.of(), NOON), gaps());
        var elsewhere = new Change(task).at(point(50 - away, 3)).done();
        assertThat(ranking.score(elsewhere)).isEqualTo(ranking.score(task));
    }

    /** Neither its mark nor its place in the list. */
    private static void notWorse(List<Candidate> others, Candidate better, Candidate worse, Seeker seeker) {
        var ranking = new NextRanking(seeker, gaps());
        assertThat(ranking.score(better)).isGreaterThanOrEqualTo(ranking.score(worse));
        assertThat(position(ranking, others, better)).isLessThanOrEqualTo(position(ranking, others, worse));
    }

    private static int position(NextRanking ranking, List<Candidate> others, Candidate task) {
        var all = new ArrayList<>(others);
        all.add(task);
        var at = ranking.best(all).indexOf(task);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    @Provide
    Arbitrary<List<Candidate>> tasks() {
        return task().list().ofMaxSize(40).map(tasks -> IntStream.range(0, tasks.size())
                .mapToObj(i -> new Change(tasks.get(i)).id(new UUID(3, i)).done())
                .toList());
    }

    @Provide
    Arbitrary<Candidate> task() {
        var when = Arbitraries.integers().between(-48, 2000).injectNull(0.4);
        var place = Combinators.combine(
                        Arbitraries.doubles().between(49, 56),
                        Arbitraries.doubles().between(-6, 1.5))
                .as(NextRankingTest::point)
                .injectNull(0.3);
        var places = Arbitraries.integers().between(1, 30).flatMap(capacity -> Arbitraries.integers()
                .between(0, capacity - 1)
                .map(taken -> new int[] {capacity, taken}));
        var course = Arbitraries.of(new UUID(4, 4)).injectNull(0.7);
        return Combinators.combine(
                        Arbitraries.of(GROUPS),
                        Arbitraries.of(true, false),
                        place,
                        when,
                        Arbitraries.integers().between(5, 300),
                        places,
                        course,
                        Arbitraries.of(true, false, false))
                .as((group, remote, at, hours, effort, capacity, learnt, invited) -> new Change(new Candidate(
                                new UUID(6, 6),
                                group,
                                "Task",
                                remote,
                                null,
                                null,
                                null,
                                ZoneOffset.UTC,
                                effort,
                                capacity[0],
                                capacity[1],
                                learnt,
                                invited))
                        .at(at)
                        .in(hours)
                        .done());
    }

    @Provide
    Arbitrary<Seeker> seekers() {
        return Combinators.combine(
                        Arbitraries.of(HERE).injectNull(0.3),
                        Arbitraries.integers().between(20, 300).injectNull(0.5),
                        Arbitraries.of(GROUPS).set().ofMaxSize(3))
                .as((position, minutes, groups) -> new Seeker(position, true, minutes, groups, NOON));
    }

    @Provide
    Arbitrary<Double> degrees() {
        return Arbitraries.doubles().between(0, 5);
    }

    private static Map<UUID, Gap> gaps() {
        return Map.of(GROUPS.get(0), new Gap(30, 40), GROUPS.get(1), new Gap(1, 40));
    }

    private static GeoPoint point(double latitude, double longitude) {
        return GeoPoint.of(BigDecimal.valueOf(latitude), BigDecimal.valueOf(longitude));
    }

    /** A task that is like another but for what is said. */
    private record Change(Candidate task) {
        Change id(UUID id) {
            return set(0, id);
        }

        Change group(UUID id) {
            return set(1, id);
        }

        Change remote(boolean remote) {
            return set(3, remote);
        }

        Change at(GeoPoint point) {
            return set(4, point == null ? null : new Place("There", point));
        }

        Change in(Integer hours) {
            var start = hours == null ? null : NOON.plus(Duration.ofHours(hours));
            return set(5, start).set(6, start == null ? null : start.plus(Duration.ofHours(50)));
        }

        Change effort(int minutes) {
            return set(8, minutes);
        }

        Change capacity(int places) {
            return set(9, places);
        }

        Change taken(int places) {
            return set(10, places);
        }

        Change course(UUID course) {
            return set(11, course);
        }

        Change invited(boolean invited) {
            return set(12, invited);
        }

        Candidate done() {
            return task;
        }

        private Change set(int component, Object value) {
            try {
                var components = Candidate.class.getRecordComponents();
                var values = new Object[components.length];
                for (var i = 0; i < values.length; i++)
                    values[i] = components[i].getAccessor().invoke(task);
                values[component] = value;
                var types = Arrays.stream(components)
                        .map(java.lang.reflect.RecordComponent::getType)
                        .toArray(Class<?>[]::new);
                return new Change(Candidate.class.getDeclaredConstructor(types).newInstance(values));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
