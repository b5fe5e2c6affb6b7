package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** How people read what has changed. */
class ChangeTest {
    private static final Instant TEN = Instant.parse("2030-01-05T10:00:00Z");

    @Test
    void each_field_is_shown_as_it_was_and_as_it_is() {
        var before = saying("Leaflets", "Meet at ten.", TEN);
        var after = saying("Posters", "Meet at ten.", TEN.plusSeconds(3600));
        assertThat(Change.between(before, 1, after, 2))
                .containsExactly(
                        new Change("title", "Leaflets", "Posters", null),
                        new Change("startsAt", TEN, TEN.plusSeconds(3600), null));
    }

    @Test
    void nothing_is_shown_when_nothing_changed() {
        var same = saying("Leaflets", "Meet at ten.", TEN);
        assertThat(Change.between(same, 1, same, 1)).isEmpty();
    }

    @Test
    void what_is_there_for_the_first_time_has_no_before_and_what_is_gone_no_after() {
        var without = saying("Leaflets", "", null);
        var with = saying("Leaflets", "", TEN);
        assertThat(Change.between(without, 1, with, 2)).containsExactly(new Change("startsAt", null, TEN, null));
        assertThat(Change.between(with, 1, without, 2)).containsExactly(new Change("startsAt", TEN, null, null));
    }

    @Test
    void instructions_are_shown_as_a_diff_of_lines() {
        var before = saying("Leaflets", "Meet at **ten**.\nBring water.\nBring a friend.", null);
        var after = saying("Leaflets", "Meet at **eleven**.\nBring water.\nBring a friend.\nBring a hat.", null);
        assertThat(Change.between(before, 1, after, 3)).singleElement().satisfies(change -> {
            assertThat(change.field()).isEqualTo("instructions");
            assertThat(change.diff()).isEqualTo("""
                    --- revision 1
                    +++ revision 3
                    @@ -1,3 +1,4 @@
                    -Meet at **ten**.
                    +Meet at **eleven**.
                     Bring water.
                     Bring a friend.
                    +Bring a hat.""");
        });
    }

    @Test
    void very_long_instructions_are_shown_whole_and_in_no_time() {
        var before = saying("Leaflets", lines("a"), null);
        var after = saying("Leaflets", lines("b"), null);
        var clock = ManagementFactory.getThreadMXBean(); // what others do on this machine does not count
        var began = clock.getCurrentThreadCpuTime();
        assertThat(Change.between(before, 1, after, 2))
                .containsExactly(new Change("instructions", lines("a"), lines("b"), null));
        assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - began)).isLessThan(Duration.ofSeconds(1));
    }

    @Property(tries = 500)
    @Label("a diff leads from what was to what is")
    void a_diff_leads_from_what_was_to_what_is(@ForAll("texts") String before, @ForAll("texts") String after) {
        if (before.equals(after)) return;
        var diff = Change.between(saying("L", before, null), 1, saying("L", after, null), 2)
                .get(0)
                .diff();
        var patch = UnifiedDiffUtils.parseUnifiedDiff(Arrays.asList(diff.split("\n", -1)));
        assertThatCode(() -> assertThat(DiffUtils.patch(before.lines().toList(), patch))
                        .isEqualTo(after.lines().toList()))
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("one", "two", "three")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(words -> String.join("\n", words));
    }

    private static String lines(String line) {
        return IntStream.range(0, 501).mapToObj(i -> line).collect(Collectors.joining("\n"));
    }

    private static Agreed saying(String title, String instructions, Instant startsAt) {
        return new Agreed(title, instructions, List.of(), null, true, startsAt, null, 60, null);
    }
}
