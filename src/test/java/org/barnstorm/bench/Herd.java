package org.barnstorm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.barnstorm.local.Progress;

/** A message goes out, and everybody taps the same task at once, while others go about their business. */
final class Herd {
    static final int PLACES = 10;

    private static final Duration APART = Duration.ofSeconds(4);
    private static final double SLOWEST_GOAL_MILLIS = 1_000;
    private static final double OTHERS_GOAL = 1.5;
    private static final int OTHER_CLAIMS = 50;
    private static final int OTHER_READS = 150;

    private final Plan plan;
    private final Requests requests;
    private final Load load;
    private final Report report;
    private final Progress progress;

    Herd(Plan plan, Requests requests, Load load, Report report, Progress progress) {
        this.plan = plan;
        this.requests = requests;
        this.load = load;
        this.report = report;
        this.progress = progress;
    }

    void run(List<String> tasks) throws IOException {
        try (var generator = new Generator(requests.server(), plan.crowd() + 100)) {
            join(generator);
            var calm = others(generator, APART.multipliedBy(tasks.size()), List.of(), new ArrayList<>());
            var herds = new ArrayList<Score>();
            var disturbed = others(generator, APART.multipliedBy(tasks.size()), tasks, herds);
            judge(herds, calm, disturbed);
        }
    }

    private void join(Generator generator) throws IOException {
        var joined = new Score();
        var next = new AtomicInteger();
        generator.run(new ClosedLoop(
                8,
                Duration.ofMinutes(1),
                plan.crowd(),
                () -> new Feed.Shot(requests.join(next.getAndIncrement(), Seed.HERD_TOWN), joined)));
        assertThat(joined.with("200")).isEqualTo(plan.crowd());
    }

    private Score others(Generator generator, Duration time, List<String> tasks, List<Score> herds) throws IOException {
        var claims = load.scoreOfClaims();
        var reads = new Score();
        var model = new OpenModel(time)
                .with(OTHER_CLAIMS, at -> load.claim(claims))
                .with(OTHER_READS, at -> load.read(reads));
        for (var i = 0; i < tasks.size(); i++) {
            var herd = load.scoreOfClaims();
            herds.add(herd);
            var task = tasks.get(i);
            model.burst(
                    model.begin() + APART.toNanos() * i + APART.toNanos() / 2,
                    IntStream.range(0, plan.crowd())
                            .mapToObj(person -> new Feed.Shot(requests.claim(person, task), herd))
                            .toList());
        }
        generator.run(model);
        var all = new Score();
        all.add(claims);
        all.add(reads);
        return all;
    }

    private void judge(List<Score> herds, Score calm, Score disturbed) {
        for (var herd : herds) {
            progress.say("Herd: %s, %s", herd.times(), herd.outcomes());
            assertThat(herd.with("200")).as("winners among %s", herd.outcomes()).isEqualTo(PLACES);
            assertThat(herd.answers()).isEqualTo(plan.crowd());
        }
        var all = new Score();
        herds.forEach(all::add);
        report.figure(
                all.slowest() <= SLOWEST_GOAL_MILLIS && all.failures() == 0,
                "10 win, all within 1 s",
                "herd: %,d people, %d places, %d times".formatted(plan.crowd(), PLACES, herds.size()),
                "%s; %s",
                all.times(),
                all.outcomes());
        report.figure(
                disturbed.millis(99) <= OTHERS_GOAL * calm.millis(99),
                "p99 ≤ 1.5 times",
                "others while herds come every %d s".formatted(APART.toSeconds()),
                "%s; without herds %s",
                disturbed.times(),
                calm.times());
    }
}
