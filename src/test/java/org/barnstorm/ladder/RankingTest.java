package org.barnstorm.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.Role;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final NamedGroup TOWN = new NamedGroup(new GroupPath("uk.brighton"), "Brighton");

    @Test
    void what_is_lost_otherwise_comes_first_and_what_one_waits_for_last() {
        var wait = rung(Rung.Code.WAIT_FOR_CONFIRMATION, 100, "a");
        var take = rung(Rung.Code.TAKE_COURSE, 0, "b");
        var goOn = rung(Rung.Code.CONTINUE_COURSE, 20, "c");
        var renew = rung(Rung.Code.RENEW_QUALIFICATION, -1, "d");
        assertThat(Ranking.best(List.of(wait, take, goOn, renew))).containsExactly(renew, goOn, take, wait);
    }

    @Test
    void of_one_kind_the_closest_comes_first_and_then_what_leads_to_most() {
        var begun = rung(Rung.Code.CONTINUE_COURSE, 20, "a");
        var nearlyDone = rung(Rung.Code.CONTINUE_COURSE, 80, "b");
        var plain = rung(Rung.Code.TAKE_COURSE, 0, "c");
        var powerful = rung(
                Rung.Code.TAKE_COURSE,
                0,
                "d",
                Unlock.capabilities(TOWN, Role.ORGANISER.capabilities(), false, false),
                Unlock.trust(TOWN, 2));
        var useful = rung(
                Rung.Code.TAKE_COURSE, 0, "e", Unlock.capabilities(TOWN, List.of(Capability.TASK_EDIT), false, false));
        assertThat(Ranking.best(List.of(begun, plain, useful, powerful, nearlyDone)))
                .containsExactly(nearlyDone, begun, powerful, useful, plain);
    }

    @Test
    void one_kind_leaves_room_for_the_others() {
        var rungs = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(i -> rung(Rung.Code.TAKE_COURSE, i, "course " + i))
                .toList());
        rungs.add(rung(Rung.Code.WAIT_FOR_TRAINER, 50, "plan"));
        assertThat(Ranking.best(rungs))
                .hasSize(Ranking.OF_A_KIND + 1)
                .last()
                .extracting(Rung::code)
                .isEqualTo(Rung.Code.WAIT_FOR_TRAINER);
    }

    @Property(tries = 300)
    void the_order_does_not_depend_on_how_they_come(@ForAll("rungs") List<Rung> rungs, @ForAll long seed) {
        var shuffled = new ArrayList<>(rungs);
        Collections.shuffle(shuffled, new Random(seed));
        var best = Ranking.best(rungs);
        assertThat(Ranking.best(shuffled)).isEqualTo(best);
        assertThat(best).hasSizeLessThanOrEqualTo(Ranking.MOST);
        var ofKind = new EnumMap<Rung.Code, Integer>(Rung.Code.class);
        best.forEach(each -> ofKind.merge(each.code(), 1, Integer::sum));
        assertThat(ofKind.values()).allMatch(number -> number <= Ranking.OF_A_KIND);
    }

    @Provide
    Arbitrary<List<Rung>> rungs() {
        var courses = Arbitraries.strings().withCharRange('a', 'e').ofLength(1);
        return Combinators.combine(
                        Arbitraries.of(Rung.Code.class), Arbitraries.longs().between(-3, 3), courses)
                .as((code, closeness, course) -> rung(code, closeness, course))
                .list()
                .ofMaxSize(60);
    }

    private static Rung rung(Rung.Code code, long closeness, String course, Unlock... unlocks) {
        return new Rung(
                code, closeness, About.course(TOWN, course), List.of(unlocks), Action.get("/courses/" + course));
    }
}
