package org.barnstorm.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.barnstorm.authority.Role.LEAD;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.testing.ContractFilter;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Trusting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Exports of more than a page, by clients that read slowly, go away, or lose their mandate on the way. Small by default; the
 * figure in docs/integrators.md: {@code mvn test -Dtest=ExportStreamTest -Dexport.rows=100000}.
 */
@QuarkusTest
class ExportStreamTest {
    private static final int ROWS = Integer.getInteger("export.rows", 4_000);

    /** Together more than the sockets between here and there hold (Linux: 36 MiB): the service has to wait for the reader. */
    private static final int MANY = 12_000;

    private static final int LONG = 4_000;
    private static final long MEGABYTE = 1 << 20;
    private static final long FLAT = 24 * MEGABYTE;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    People people;

    @Inject
    MeterRegistry meters;

    private final String town = People.freshTown();
    private UUID model;
    private int copies;

    @AfterEach
    void removeWhatStandsForNothing() {
        if (model == null) return;
        var ids = " in (select cast(md5(cast(? as text) || n) as uuid) from generate_series(1, ?) as n)";
        Sql.run("delete from journal where subject_id" + ids, model.toString(), copies);
        // Who looks after them now that their lead does not.
        Sql.run("delete from task_entrusted where task_id" + ids, model.toString(), copies);
        Sql.run("delete from task_keeper where task_id" + ids, model.toString(), copies);
        assertThat(Sql.run("delete from task where id" + ids, model.toString(), copies))
                .isEqualTo(copies);
        Trusting.everybody();
    }

    @Test
    void as_many_rows_as_there_are_in_flat_memory() throws IOException {
        var lead = people.with(LEAD, town);
        plant(lead, ROWS, 200);
        var began = System.nanoTime();
        var rows = 0;
        var bytes = 0L;
        var used = new ArrayList<Long>();
        try (var lines = reader(open(lead, "application/x-ndjson"))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                bytes += line.length() + 1;
                if (++rows % (ROWS / 4) == 0) used.add(usedMemory());
            }
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        Log.infof(
                "Took out %d tasks, %.1f MB, in %.1f s (with %d collections of garbage); heap in use on the way: %s MB",
                rows,
                bytes / (double) MEGABYTE,
                seconds,
                used.size(),
                used.stream().map(each -> each / MEGABYTE).toList());
        assertThat(rows).isEqualTo(ROWS);
        assertThat(used.get(3) - used.get(0)).isLessThan(FLAT);
        assertThat(Sql.value(
                        Integer.class,
                        "select cast(data ->> 'rows' as integer) from journal where subject_id = ? and type = 'member.exported'",
                        lead.id()))
                .isEqualTo(ROWS);
    }

    @Test
    void every_row_comes_once_over_many_pages() throws IOException {
        var lead = people.with(LEAD, town);
        plant(lead, 2_500, 1);
        try (var lines = reader(open(lead, "application/x-ndjson"))) {
            var ids = lines.lines()
                    .map(line -> Exported.read(line).path("id").asText())
                    .toList();
            assertThat(ids).hasSize(2_500).doesNotHaveDuplicates().isSorted();
        }
    }

    @Test
    void whose_mandate_is_revoked_on_the_way_gets_no_more_and_notices() throws IOException {
        var lead = people.with(LEAD, town);
        plant(lead, MANY, LONG);
        var mandate = Sql.value(UUID.class, "select id from mandate where member_id = ?", lead.id());
        try (var lines = reader(open(lead, "text/csv"))) {
            assertThat(lines.readLine()).startsWith("id,group,title");
            var other = people.lead(town);
            Person.patiently(() -> other.post("/mandates/{id}/revoke", Map.of("reason", "Over."), mandate))
                    .statusCode(200);
            assertThatThrownBy(() -> assertThat(lines.lines().count()).isLessThan(MANY))
                    .hasRootCauseInstanceOf(IOException.class);
        }
        awaitEnd("cut", 1);
    }

    @Test
    void who_goes_away_ends_the_reading() throws IOException {
        var lead = people.with(LEAD, town);
        plant(lead, MANY, LONG);
        var before = ended("gone");
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(head(lead).getBytes(StandardCharsets.UTF_8));
            assertThat(socket.getInputStream().read()).isPositive();
            socket.setSoLinger(true, 0); // at once
        }
        awaitEnd("gone", before + 1);
        assertThat(meters.get("barnstorm.exports.running").gauge().value()).isZero();
    }

    private String head(Person who) {
        return "GET " + Person.API + "/groups/" + town
                + "/exports/tasks HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n" + "Authorization: Bearer "
                + who.token() + "\r\n\r\n";
    }

    private void awaitEnd(String how, double least) {
        await().untilAsserted(() -> assertThat(ended(how)).isGreaterThanOrEqualTo(least));
    }

    private double ended(String how) {
        var counter = meters.find("barnstorm.exports")
                .tags("kind", "tasks", "end", how)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private InputStream open(Person who, String accept) throws IOException {
        var address = "http://localhost:" + RestAssured.port + Person.API + "/groups/" + town + "/exports/tasks";
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + who.token())
                .header("Accept", accept)
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            checkHead(answer);
            return answer.body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void checkHead(HttpResponse<?> answer) {
        var headers = answer.headers().map().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var type = answer.headers().firstValue("Content-Type").orElse(null);
        ContractFilter.check("get", "/groups/" + town + "/exports/tasks", 200, type, headers, new byte[0]);
    }

    private static BufferedReader reader(InputStream body) {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** So many open tasks in all: one that the service made, and copies of it with what the journal says. */
    private void plant(Person lead, int count, int length) {
        model = Work.open(lead, Work.leaflets(town, "instructions", "x".repeat(length)));
        copies = count - 1;
        var id = "cast(md5('" + model + "' || n) as uuid)";
        copy("task", "id = '" + model + "'", copies, id, "id");
        for (var seq : Sql.column(Long.class, "select seq from journal where subject_id = ? order by seq", model)) {
            copy("journal", "subject_id = '" + model + "' and seq = " + seq, copies, id, "subject_id");
        }
    }

    private static void copy(String table, String which, int count, String id, String key) {
        var columns = Sql.column(
                String.class,
                "select column_name from information_schema.columns where table_schema = 'public' and table_name = ?"
                        + " and is_identity = 'NO' and is_generated = 'NEVER' order by ordinal_position",
                table);
        var values = columns.stream()
                .map(column -> column.equals(key)
                        ? id
                        : table.equals("journal") && column.equals("id")
                                ? "gen_random_uuid()"
                                : column.equals("data") ? "m.data || '{\"planted\": true}'" : "m." + column)
                .toList();
        Sql.run("insert into %s (%s) select %s from %1$s m cross join generate_series(1, %d) n where %s"
                .formatted(table, String.join(", ", columns), String.join(", ", values), count, which));
    }
}
