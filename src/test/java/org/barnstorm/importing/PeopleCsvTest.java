package org.barnstorm.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.barnstorm.member.Contacts.Expected;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of the files of other tools, and of those that somebody made to do harm. */
class PeopleCsvTest {
    private static PeopleCsv open(Preset preset, String text, Map<Field, String> named) {
        var layout = new Wanted(preset, null, named).layout(Separators.of(text), "GB");
        return PeopleCsv.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), layout);
    }

    private static List<Draft> read(Preset preset, String text) {
        return open(preset, text, Map.of()).next(1_000);
    }

    private static List<Draft> read(String text) {
        return read(Preset.BARNSTORM, text);
    }

    private static Reason reason(String text) {
        return read(text).get(0).reason();
    }

    private static void refused(String text, String code) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void a_file_of_action_network() {
        var drafts = read(Preset.ACTION_NETWORK, """
                first_name,last_name,email,zip_code,can2_phone,can2_user_tags,can2_subscription_status,uuid
                Ada,Lovelace,Ada@Example.org,BN1,01632 960001,"host, driver",subscribed,an-1
                Ben,,ben@example.org,,,,unsubscribed,an-2
                Cat,,cat@example.org,,,,bouncing,an-3
                """);
        assertThat(drafts.get(0).who())
                .isEqualTo(new Expected("ada@example.org", "+441632960001", "Ada", "Lovelace", "an-1"));
        assertThat(drafts).extracting(Draft::optedOut).containsExactly(false, true, true);
        assertThat(drafts).extracting(Draft::line).containsExactly(2L, 3L, 4L);
    }

    @Test
    void a_file_of_nationbuilder() {
        var drafts = read(Preset.NATIONBUILDER, """
                nationbuilder_id,first_name,last_name,email,mobile_number,phone_number,primary_zip,tag_list,email_opt_in,do_not_contact
                7,Ada,Lovelace,ada@example.org,,+44 1632 960001,BN1,"a,b",true,false
                8,Ben,Bell,ben@example.org,+44 7700 900123,+44 1632 960002,,,false,false
                9,Cat,Cole,cat@example.org,,,,,Y,true
                """);
        assertThat(drafts.get(0).who())
                .isEqualTo(new Expected("ada@example.org", "+441632960001", "Ada", "Lovelace", "7"));
        assertThat(drafts.get(1).who().phone()).isEqualTo("+447700900123");
        assertThat(drafts).extracting(Draft::optedOut).containsExactly(false, true, true);
    }

    @Test
    void a_file_of_zetkin() {
        var drafts = read(Preset.ZETKIN, """
                id;ext_id;first_name;last_name;email;phone;alt_phone;zip_code
                1;M-12;Clara;Z;clara@example.org;;0046 8 123 456 78;11122
                2;;Rosa;L;rosa@example.org;0163296000;;11122
                """);
        assertThat(drafts.get(0).who())
                .isEqualTo(new Expected("clara@example.org", "+46812345678", "Clara", "Z", "M-12"));
        assertThat(drafts.get(1).who().externalId()).isEqualTo("2");
        assertThat(drafts).extracting(Draft::optedOut).containsExactly(false, false);
    }

    @Test
    void columns_that_somebody_named_count_instead_of_the_presets() {
        var file = open(
                Preset.BARNSTORM,
                "\uFEFF\"E-Mail\"\tTel\temail\tLeft\nada@example.org\t01632 960001\tother@example.org\tyes\n",
                Map.of(Field.EMAIL, "e-mail", Field.PHONE, "Tel", Field.OPTED_OUT, "Left"));
        var draft = file.next(10).get(0);
        assertThat(draft.who()).isEqualTo(new Expected("ada@example.org", "+441632960001", null, null, null));
        assertThat(draft.optedOut()).isTrue();
    }

    @Test
    void a_column_that_somebody_named_has_to_be_there() {
        assertThatThrownBy(() -> open(Preset.BARNSTORM, "email\na@example.org\n", Map.of(Field.PHONE, "Tel")))
                .hasMessageContaining("Tel");
        assertThatThrownBy(() -> new Wanted(Preset.BARNSTORM, "ZZ", Map.of())).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_end_as_they_do(String end) {
        var text = String.join(
                end, "email,first_name", "ada@example.org,\"A" + end + "da\"", "", "ben@example.org,Ben", "");
        var drafts = read(text);
        assertThat(drafts).extracting(draft -> draft.who().firstName()).containsExactly("A da", "Ben");
    }

    @Test
    void a_header_alone_is_a_file_without_people() {
        assertThat(read("email,phone\n")).isEmpty();
        assertThat(read("email")).isEmpty();
    }

    @Test
    void files_that_cannot_be_read_are_refused_at_once() {
        refused("", "malformed-csv");
        refused("\n\n", "malformed-csv");
        refused("name,phone\nAda,1\n", "missing-column");
        refused("email,Email\na@example.org,b@example.org\n", "repeated-column");
        refused("email,phone,PHONE\na@example.org,1,2\n", "repeated-column");
        refused("\"email,phone\na@example.org,1\n", "malformed-csv");
        refused("\"" + "x".repeat(1_000_000), "malformed-csv");
        refused("email" + ",c".repeat(10_000) + "\n", "malformed-csv");
        assertThat(read("email,note,note\na@example.org,1,2\n").get(0).isRefused())
                .isFalse();
    }

    @Test
    void a_quote_that_is_not_closed_ends_the_file_where_it_is() {
        var text = "email,first_name\nada@example.org,Ada\nben@example.org,\"Ben\ncat@example.org,Cat\n";
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(BrokenFile.class, e -> assertThat(e.after())
                .isEqualTo(2));
        assertThatThrownBy(() -> read("email,first_name\nada@example.org,\"Ada\"x\n"))
                .isInstanceOf(BrokenFile.class);
    }

    @Test
    void a_cell_or_a_line_that_is_huge_ends_the_file() {
        var huge = "email,note\nada@example.org,\"" + "x\n".repeat(100_000) + "\"\n";
        assertThatThrownBy(() -> read(huge)).isInstanceOf(BrokenFile.class);
        var wide = "email\nada@example.org" + ",c".repeat(10_000) + "\n";
        assertThatThrownBy(() -> read(wide)).isInstanceOf(BrokenFile.class);
    }

    @Test
    void lines_that_bring_nobody_say_why() {
        assertThat(reason("email,first_name\nada@example.org\n")).isEqualTo(Reason.WRONG_CELLS);
        assertThat(reason("email,first_name\nada@example.org,Ada,more\n")).isEqualTo(Reason.WRONG_CELLS);
        assertThat(reason("email,first_name\n,Ada\n")).isEqualTo(Reason.NO_EMAIL);
        assertThat(reason("email,first_name\nada at example,Ada\n")).isEqualTo(Reason.BAD_EMAIL);
        assertThat(reason("email,first_name\nada@example.org," + "A".repeat(101) + "\n"))
                .isEqualTo(Reason.TOO_LONG);
        var draft = read("email,first_name\n=cmd|' /C calc'!A0,Ada\n").get(0);
        assertThat(draft.column()).isEqualTo("email");
        assertThat(draft.cell()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(read("email\n" + "😀".repeat(2_000) + "\n").get(0).cell()).hasSizeLessThan(210);
    }

    @Test
    void a_telephone_number_that_is_none_is_left_out_and_counted() {
        var draft = read("email,phone\nada@example.org,call me\n").get(0);
        assertThat(draft.unreadPhone()).isTrue();
        assertThat(draft.who().phone()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "01632 960001, +441632960001",
        "(01632) 960-001, +441632960001",
        "+44 (0)1632 960001, +441632960001",
        "0044 1632 960001, +441632960001",
        "+1 212 555 0123, +12125550123",
        "tel:+441632960001, +441632960001"
    })
    void one_number_is_one_number_whatever_way_it_is_written(String given, String normal) {
        assertThat(Phones.normal(given, "GB")).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "call me", "+", "+999 1", "012345678901234567890123", "=1+1", "٠"})
    void what_is_no_number_is_none(String given) {
        assertThat(Phones.normal(given, "GB")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'a,b;c,d' | ','", "'a;b;c,d' | ';'", "'a\tb' | '\t'", "'\"a;b;c\",d' | ','", "a | ','", "'' | ','"
            })
    void what_separates_the_cells_is_found_out(String start, char separator) {
        assertThat(Separators.of(start)).isEqualTo(separator);
    }

    @Test
    void reading_goes_on_where_somebody_else_stopped() {
        var text = "email\n"
                + IntStream.range(0, 100)
                        .mapToObj(i -> "p" + i + "@example.org\n")
                        .collect(Collectors.joining());
        var first = open(Preset.BARNSTORM, text, Map.of());
        assertThat(first.next(60)).hasSize(60);
        var second = open(Preset.BARNSTORM, text, Map.of());
        second.skip(60);
        assertThat(second.position()).isEqualTo(60);
        assertThat(second.next(60))
                .hasSize(40)
                .first()
                .extracting(draft -> draft.who().email())
                .isEqualTo("p60@example.org");
    }

    @Test
    void nothing_of_a_person_gets_into_a_log_by_mistake() {
        var draft = read("email,first_name\nada@example.org,Ada\n").get(0);
        assertThat(draft.toString() + draft.who() + Line.of(draft, Verdict.CREATE, Line.Like.NOBODY))
                .doesNotContain("ada", "Ada");
    }
}
