package org.barnstorm.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.barnstorm.history.Outcome.Fail;
import org.barnstorm.history.Outcome.Ok;
import org.barnstorm.testing.Concurrently;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryLogTest {
    private static final UUID TASK = UUID.randomUUID();
    private static final UUID ADA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();
    private static final UUID HOLD = UUID.randomUUID();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void a_file_that_is_not_there_yet() {
        file = folder.resolve("history.ndjson");
    }

    @Test
    void what_was_recorded_is_read_again() {
        try (var log = new HistoryLog(file)) {
            var recorder = new Recorder(log);
            var held = Answer.hold(HOLD, ADA, 7L, "HELD", new Lease(-5, Long.MAX_VALUE));
            recorder.invoke("ada's \"phone\" {1} \\ \n ä", Ask.claim(TASK, ADA)).ok(200, held);
            recorder.invoke("b", Ask.move(TASK, ADA, HOLD, 7L, BEN).with("k-1")).fail(409, "lease-lost");
            recorder.invoke("c", Ask.readTaken(TASK)).ok(200, Answer.taken(1));
            recorder.invoke("d", Ask.on(Verb.RELEASE, TASK, ADA, HOLD, 7L)).unknown();
            recorder.invoke("e", Ask.readHold(TASK, HOLD));
            assertThat(HistoryLog.read(file)).isEqualTo(recorder.history());
            assertThat(recorder.history().operations()).hasSize(5);
        }
    }

    @Test
    void an_operation_whose_client_was_killed_is_unknown_even_if_half_a_line_was_written() throws IOException {
        try (var log = new HistoryLog(file)) {
            new Recorder(log).invoke("ada", Ask.claim(TASK, ADA)).ok(200, Answer.EMPTY);
        }
        var text = Files.readString(file);
        for (var cut = text.indexOf('\n') + 1; cut < text.length() - 1; cut++) {
            Files.writeString(file, text.substring(0, cut));
            assertThat(HistoryLog.read(file).operations()).hasSize(1).allMatch(Operation::isUnknown);
        }
    }

    @Test
    void a_client_that_begins_again_writes_behind_the_half_line_it_left() throws IOException {
        try (var log = new HistoryLog(file)) {
            new Recorder(log).invoke("ada", Ask.claim(TASK, ADA)).ok(200, Answer.EMPTY);
        }
        var text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 20));
        try (var log = new HistoryLog(file)) {
            new Recorder(log).invoke("ada", Ask.claim(TASK, ADA)).fail(409, "task-full");
        }
        assertThat(HistoryLog.read(file).operations())
                .extracting(Operation::isUnknown)
                .containsExactly(true, false);
    }

    @Test
    void many_clients_write_whole_lines_each() {
        try (var log = new HistoryLog(file)) {
            var recorder = new Recorder(log);
            Concurrently.race(IntStream.range(0, 8)
                    .mapToObj(client -> (Callable<Void>) () -> {
                        for (var i = 0; i < 200; i++) {
                            recorder.invoke("c" + client, Ask.claim(TASK, ADA)).ok(200, Answer.EMPTY);
                        }
                        return null;
                    })
                    .toList());
            assertThat(HistoryLog.read(file)).isEqualTo(recorder.history());
            assertThat(recorder.history().operations())
                    .hasSize(1600)
                    .allMatch(operation -> operation.invoked() <= operation.returned());
        }
    }

    @Test
    void an_answer_of_the_server_that_it_failed_does_not_say_whether_it_did() {
        var recorder = new Recorder();
        assertThat(answered(recorder, 201).outcome()).isInstanceOf(Ok.class);
        assertThat(answered(recorder, 409).outcome()).isInstanceOf(Fail.class);
        assertThat(answered(recorder, 500).isUnknown()).isTrue();
        assertThat(answered(recorder, 503).isUnknown()).isTrue();
    }

    private static Operation answered(Recorder recorder, int status) {
        var pending = recorder.invoke("ada", Ask.claim(TASK, ADA));
        return pending.answered(System.nanoTime(), status, "x", Answer.EMPTY);
    }
}
