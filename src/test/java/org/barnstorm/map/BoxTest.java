package org.barnstorm.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoxTest {
    @Test
    void a_box_is_west_south_east_north() {
        assertThat(Box.fromString("-0.3,50.7,0.1,50.9")).isEqualTo(new Box(-0.3, 50.7, 0.1, 50.9));
        assertThat(Box.fromString("170,-20,-170,10")).isEqualTo(new Box(170, -20, -170, 10));
        assertThat(Box.fromString("-180,-90,180,90")).isEqualTo(new Box(-180, -90, 180, 90));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1,2,3",
                "1,2,3,4,5",
                "a,b,c,d",
                "1, 2, 3, 4",
                "181,0,182,1",
                "0,-91,1,0",
                "0,0,1,91",
                "0,2,1,1",
                "NaN,0,1,1",
                "1e3,0,1,1",
                "0x1,0,1,1",
                "0,0,1,1.0000000000001",
                "٠,0,1,1",
                "--1,0,1,1",
                "1.,0,1,1",
            })
    void nothing_else_is_one(String text) {
        refused("malformed-box", () -> Box.fromString(text));
    }

    @ParameterizedTest
    @CsvSource({
        "-180, -90, 180, 90, 4, true",
        "-180, -90, 180, 90, 5, false",
        "-0.3, 50.7, 0.1, 50.9, 14, true",
        "-0.3, 50.7, 0.1, 50.9, 18, false"
    })
    void a_box_has_as_many_cells_as_a_map_can_show(
            double west, double south, double east, double north, int zoom, boolean fits) {
        var box = new Box(west, south, east, north);
        if (fits) assertThat(box.at(zoom).cells()).isPositive();
        else refused("box-too-large", () -> box.at(zoom));
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
