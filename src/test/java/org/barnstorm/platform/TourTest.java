package org.barnstorm.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looking at much a part at a time. */
class TourTest {
    private static final int PAGES_OF_EACH = 2;

    private final List<UUID> stations =
            Stream.generate(UUID::randomUUID).limit(3).sorted().toList();
    private final Tour tour = new Tour(4);
    private final List<String> looked = new ArrayList<>();
    private final List<UUID> done = new ArrayList<>();

    @Test
    void a_round_looks_at_so_much_and_the_next_goes_on_there() {
        round();
        assertThat(looked).containsExactly("0/0", "0/1", "0/2", "1/0", "1/1");
        round();
        assertThat(looked).containsExactly("1/2", "2/0", "2/1", "2/2");
        assertThat(done).containsExactlyElementsOf(twiceEach());
        round();
        assertThat(looked).startsWith("0/0");
    }

    @Test
    void what_is_not_there_any_more_is_passed_by() {
        round();
        tour.round(List.of(stations.get(0), stations.get(2)), this::look, done::addAll);
        assertThat(looked).endsWith("2/0", "2/1", "2/2").doesNotContain("1/2");
    }

    @Test
    void a_round_that_fails_is_gone_again() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tour.round(stations, this::look, due -> {
                    throw new IllegalStateException();
                }));
        round();
        assertThat(looked).startsWith("0/0");
    }

    private void round() {
        looked.clear();
        tour.round(stations, this::look, done::addAll);
    }

    private Tour.Page look(UUID station, List<String> after) {
        var number = after.isEmpty() ? 0 : Integer.parseInt(after.get(0));
        looked.add(stations.indexOf(station) + "/" + number);
        if (number == PAGES_OF_EACH) return Tour.Page.NOTHING;
        return new Tour.Page(List.of(station), List.of(String.valueOf(number + 1)));
    }

    private List<UUID> twiceEach() {
        return stations.stream().flatMap(each -> Stream.of(each, each)).toList();
    }
}
