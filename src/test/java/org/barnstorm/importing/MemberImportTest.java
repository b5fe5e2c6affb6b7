package org.barnstorm.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.barnstorm.importing.MemberImport.Status;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

/** Which steps an import can take: those that are drawn in docs/members-import.md, and no others. */
class MemberImportTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Pattern EDGE = Pattern.compile("\\s+([A-Z]+|\\[\\*]) --> ([A-Z]+): .+");

    private static final List<Consumer<MemberImport>> STEPS = List.of(
            job -> job.open(NOW),
            job -> job.preview(NOW),
            job -> job.start(UUID.randomUUID(), NOW),
            job -> job.finish(NOW),
            job -> job.cancel(NOW),
            job -> job.stop("no-mandate", NOW),
            job -> job.fail("malformed-csv", 7, NOW));

    private static MemberImport fresh() {
        var layout = new PeopleCsv.Layout(',', Preset.BARNSTORM.columns(), Set.of(), "GB");
        var file = new Upload.Received(UUID.randomUUID(), 10, "");
        return new MemberImport(file, UUID.randomUUID(), UUID.randomUUID(), Preset.BARNSTORM, layout, NOW);
    }

    private static MemberImport in(Status status) {
        var job = fresh();
        var way = Map.of(
                Status.UPLOADED, List.<Integer>of(),
                Status.CHECKING, List.of(0),
                Status.PREVIEW, List.of(0, 1),
                Status.RUNNING, List.of(0, 1, 2),
                Status.DONE, List.of(0, 1, 2, 3),
                Status.CANCELLED, List.of(4),
                Status.FAILED, List.of(0, 6));
        way.get(status).forEach(step -> STEPS.get(step).accept(job));
        assertThat(job.status()).isEqualTo(status);
        return job;
    }

    @Test
    void the_picture_has_every_step_and_no_other() throws IOException {
        var edges = new ArrayList<String>();
        edges.add("[*] UPLOADED");
        for (var from : Status.values()) {
            for (var step : STEPS) {
                var job = in(from);
                try {
                    step.accept(job);
                    edges.add(from + " " + job.status());
                } catch (Refusal e) {
                    assertThat(e.code()).isEqualTo("import-state");
                    assertThat(job.status()).isEqualTo(from);
                }
            }
        }
        var drawn = Files.readAllLines(Path.of("docs/members-import.md")).stream()
                .map(EDGE::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(edge -> edge.group(1) + " " + edge.group(2))
                .toList();
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(Set.copyOf(edges));
    }

    @Test
    void only_what_is_over_is_purged_and_only_what_runs_brings() {
        for (var status : Status.values()) {
            var job = in(status);
            if (job.isOver()) job.purge();
            else assertThatThrownBy(job::purge).isInstanceOf(Refusal.class);
            assertThat(job.isPurged()).isEqualTo(job.isOver());
            assertThat(job.endedAt() != null).isEqualTo(job.isOver());
            if (status != Status.RUNNING) {
                assertThatThrownBy(() -> in(status).bring(1, 1, 0, 0)).isInstanceOf(Refusal.class);
            }
        }
    }

    @Test
    void who_started_it_answers_for_it_from_then_on() {
        var job = in(Status.PREVIEW);
        var uploader = job.actor();
        var starter = UUID.randomUUID();
        job.start(starter, NOW);
        assertThat(job.actor()).isEqualTo(starter).isNotEqualTo(uploader);
    }
}
