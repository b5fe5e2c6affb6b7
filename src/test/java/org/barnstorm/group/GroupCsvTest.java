package org.barnstorm.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.barnstorm.group.ImportReport.RowError;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupCsvTest {
    private static final String HEADER =
            "path,name,latitude,longitude,zone,join_policy,electorate,external_id,region\n";

    private static GroupCsv read(String... rows) {
        return GroupCsv.read(HEADER + String.join("\n", rows));
    }

    @Test
    void a_full_row_is_read() {
        var row = read("uk.wales.gower,Gower,51.62345,-4.05,Europe/London,REQUEST,76801,W07000091,Wales")
                .rows()
                .get(0);
        var group = row.group();
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.parentName()).isEqualTo("Wales");
        assertThat(group.path()).hasToString("uk.wales.gower");
        assertThat(group.name()).isEqualTo("Gower");
        assertThat(group.zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(group.joinPolicy()).isEqualTo(JoinPolicy.REQUEST);
        assertThat(group.electorate()).isEqualTo(76801);
        assertThat(group.externalId()).isEqualTo("W07000091");
        assertThat(group.location()).isEqualTo(GeoPoint.of(new BigDecimal("51.62345"), new BigDecimal("-4.05000")));
    }

    @Test
    void empty_cells_say_nothing() {
        var group = read("uk,United Kingdom,,,,,,,").rows().get(0).group();
        assertThat(group.location()).isNull();
        assertThat(group.zone()).isNull();
        assertThat(group.joinPolicy()).isNull();
        assertThat(group.electorate()).isNull();
        assertThat(group.externalId()).isNull();
    }

    @Test
    void columns_may_come_in_any_order_and_unknown_ones_are_named() {
        var csv = GroupCsv.read("mp,name,path\nSomebody,Gower,uk.gower\n");
        assertThat(csv.rows()).hasSize(1);
        assertThat(csv.ignoredColumns()).containsExactly("mp");
    }

    @Test
    void the_statistics_office_calls_its_id_ons_code() {
        var csv = GroupCsv.read("path,name,ons_code\nuk.gower,Gower,W07000091\n");
        assertThat(csv.rows().get(0).group().externalId()).isEqualTo("W07000091");
        assertThat(csv.ignoredColumns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UK,United Kingdom,,,,,,, | path",
                ",United Kingdom,,,,,,, | path",
                "uk,,,,,,,, | name",
                "uk,UK,91,0,,,,, | latitude",
                "uk,UK,north,0,,,,, | latitude",
                "uk,UK,0,181,,,,, | longitude",
                "uk,UK,0,,,,,, | longitude",
                "uk,UK,,0,,,,, | latitude",
                "uk,UK,1e400,0,,,,, | latitude",
                "uk,UK,,,Mars/Olympus,,,, | zone",
                "uk,UK,,,,SOMETIMES,,, | join_policy",
                "uk,UK,,,,open,,, | join_policy",
                "uk,UK,,,,,-1,, | electorate",
                "uk,UK,,,,,1.5,, | electorate",
                "uk,UK,,,,,99999999999,, | electorate",
                "uk,UK | path"
            })
    void a_wrong_cell_is_named_by_line_and_column(String row, String column) {
        var csv = read("fr,France,,,,,,,", row);
        assertThat(csv.errors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(3);
            assertThat(error.column()).isEqualTo(column);
        });
        assertThat(csv.rows()).hasSize(1);
        assertThat(csv.rejected()).isEqualTo(1);
        assertThat(csv.count()).isEqualTo(2);
    }

    @Test
    void every_wrong_cell_of_a_row_is_named_and_the_row_counts_once() {
        var csv = read("uk,,91,0,x,x,x,,");
        assertThat(csv.errors())
                .extracting(RowError::column)
                .containsExactlyInAnyOrder("name", "latitude", "zone", "join_policy", "electorate");
        assertThat(csv.rejected()).isEqualTo(1);
    }

    @Test
    void a_path_stands_in_a_file_once() {
        var csv = read("uk,One,,,,,,,", "uk,Two,,,,,,,");
        assertThat(csv.errors()).singleElement().satisfies(error -> assertThat(error.line())
                .isEqualTo(3));
    }

    @Test
    void lines_are_counted_as_an_editor_does() {
        var csv = GroupCsv.read("path,name\nuk,\"two\nlines\"\nX,bad\n");
        assertThat(csv.errors()).singleElement().satisfies(error -> assertThat(error.line())
                .isEqualTo(4));
    }

    @Test
    void a_byte_order_mark_and_quotes_and_windows_line_ends_are_understood() {
        var csv = GroupCsv.read("\uFEFFpath,name\r\nuk,\"Yours, \"\"truly\"\"\"\r\n");
        assertThat(csv.rows().get(0).group().name()).isEqualTo("Yours, \"truly\"");
    }

    @Test
    void text_that_cannot_be_stored_is_a_wrong_cell() {
        assertThat(read("uk,a\u0000b,,,,,,,").errors()).singleElement().satisfies(error -> assertThat(error.column())
                .isEqualTo("name"));
        assertThat(read("uk.a,A,,,,,,,a\u0000b").errors()).singleElement().satisfies(error -> assertThat(error.column())
                .isEqualTo("region"));
    }

    @Test
    void names_end_at_200_characters() {
        assertThat(read("uk," + "x".repeat(200) + ",,,,,,,").errors()).isEmpty();
        assertThat(read("uk," + "x".repeat(201) + ",,,,,,,").errors())
                .extracting(RowError::column)
                .containsExactly("name");
        assertThat(read("uk,x,,,,,," + "x".repeat(101) + ",").errors())
                .extracting(RowError::column)
                .containsExactly("external_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "path", "name\nx", "path;name\nuk;UK", "PATH,NAME\nuk,UK"})
    void without_path_and_name_in_its_first_line_it_is_refused(String text) {
        refused(text, "missing-column");
    }

    @Test
    void a_column_named_twice_is_refused() {
        refused("path,name,name\nuk,a,b", "repeated-column");
    }

    @Test
    void a_file_with_a_header_alone_has_no_rows() {
        assertThat(GroupCsv.read("path,name\n").count()).isZero();
    }

    private static void refused(String text, String code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> GroupCsv.read(text))
                .satisfies(e -> assertThat(List.of(e.code())).containsExactly(code));
    }
}
