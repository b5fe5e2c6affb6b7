package org.barnstorm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapGridTest {
    @Test
    void a_box_is_widened_to_whole_cells_with_all_its_edges() {
        assertThat(MapGrid.around(-0.3, 50.7, 0.1, 50.9, 0)).isEqualTo(new MapGrid(-90, 0, 90, 90, 90));
        assertThat(MapGrid.around(0, 0, 0, 0, 1)).isEqualTo(new MapGrid(0, 0, 45, 45, 45));
        assertThat(MapGrid.around(-180, -90, 180, 90, 0)).isEqualTo(new MapGrid(-180, -90, 270, 180, 90));
    }

    @Test
    void a_box_over_the_antimeridian_has_two_ranges() {
        var fiji = MapGrid.around(175, -20, -175, -10, 4);
        assertThat(fiji.west()).isLessThanOrEqualTo(175).isGreaterThan(fiji.east());
        assertThat(fiji.firstEast()).isGreaterThan(180);
        assertThat(fiji.secondWest()).isEqualTo(-180);
        assertThat(fiji.east()).isGreaterThan(-175);
        assertThat(fiji.cells()).isBetween(4L, 20L);
    }

    @Test
    void without_it_both_ranges_are_one() {
        var here = MapGrid.around(-0.3, 50.7, 0.1, 50.9, 9);
        assertThat(here.firstEast()).isEqualTo(here.east());
        assertThat(here.secondWest()).isEqualTo(here.west());
    }

    /** From 10 degrees east all the way round to 5: the cells at both ends are one and the same. */
    @Test
    void nearly_once_around_is_once_around() {
        assertThat(MapGrid.around(10, -10, 5, 10, 0)).isEqualTo(new MapGrid(-180, -90, 270, 90, 90));
    }

    @ParameterizedTest
    @CsvSource({"0, 15", "1, 45", "2, 153"})
    void each_step_halves_the_cells(int zoom, long cells) {
        assertThat(MapGrid.around(-180, -90, 180, 90, zoom).cells()).isEqualTo(cells);
    }

    @Property
    void what_is_in_the_box_is_in_its_cells(
            @ForAll @DoubleRange(min = -180, max = 180) double west,
            @ForAll @DoubleRange(min = -180, max = 180) double east,
            @ForAll @DoubleRange(min = -90, max = 90) double one,
            @ForAll @DoubleRange(min = -90, max = 90) double other,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @IntRange(max = 18) int zoom) {
        var south = Math.min(one, other);
        var north = Math.max(one, other);
        var inBox = south <= latitude
                && latitude <= north
                && (west <= east ? west <= longitude && longitude <= east : longitude >= west || longitude <= east);
        var grid = MapGrid.around(west, south, east, north, zoom);
        if (inBox) assertThat(covers(grid, longitude, latitude)).isTrue();
        assertThat(covers(grid, west, south)).isTrue();
        assertThat(covers(grid, east, north)).isTrue();
        assertThat(grid.cells()).isPositive();
    }

    /** As the queries have it. */
    private static boolean covers(MapGrid grid, double longitude, double latitude) {
        var across = Stream.of(
                longitude >= grid.west() && longitude < grid.firstEast(),
                longitude >= grid.secondWest() && longitude < grid.east());
        return latitude >= grid.south() && latitude < grid.north() && across.anyMatch(in -> in);
    }
}
