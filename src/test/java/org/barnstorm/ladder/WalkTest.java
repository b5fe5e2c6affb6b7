package org.barnstorm.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.barnstorm.platform.paging.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many people there are and however few are wanted: each of these comes once, and then the list ends. */
class WalkTest {
    private static List<UUID> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> new UUID(1, i)).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 49, 50, 51, 999, 1000, 1001, 2000, 3500})
    void every_wanted_person_comes_once_in_order(int count) {
        for (var every : List.of(1, 3, 700, 10_000)) {
            Predicate<UUID> wanted = id -> id.getLeastSignificantBits() % every == every - 1;
            assertThat(walk(people(count), wanted))
                    .containsExactlyElementsOf(
                            people(count).stream().filter(wanted).toList());
        }
    }

    @Test
    void a_town_is_one_page_that_is_the_last() {
        var slice = Walk.slice(new Window(50, List.of()), people(999), id -> false);
        assertThat(slice.items()).isEmpty();
        assertThat(slice.key()).isNull();
    }

    @Test
    void a_full_page_is_the_last_if_nobody_comes_after_it() {
        var slice = Walk.slice(new Window(50, List.of()), people(500), id -> id.getLeastSignificantBits() < 50);
        assertThat(slice.items()).hasSize(50);
        assertThat(slice.key()).isNull();
    }

    private static List<UUID> walk(List<UUID> all, Predicate<UUID> wanted) {
        var found = new ArrayList<UUID>();
        var window = new Window(50, List.of());
        while (true) {
            var after = window.isFirst() ? -1 : window.afterId().getLeastSignificantBits();
            var scanned = all.stream()
                    .sorted(Comparator.comparing(UUID::getLeastSignificantBits))
                    .filter(id -> id.getLeastSignificantBits() > after)
                    .limit(Walk.REACH)
                    .toList();
            var slice = Walk.slice(window, scanned, wanted);
            assertThat(slice.items()).hasSizeLessThanOrEqualTo(50);
            found.addAll(slice.items());
            if (slice.key() == null) return found;
            window = new Window(50, slice.key());
        }
    }
}
