package org.barnstorm.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Work;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/**
 * Hibernate keeps the plan of each query and must find it again. For {@code createNativeQuery(sql, Integer.class)} it does
 * not: its classes for one plain value compare themselves by identity (ORM 7.2, ImplicitResultClassBuilder), so every call
 * made a new plan and searched the two thousand kept before (docs/performance.md).
 */
@QuarkusTest
class QueryPlanTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern OF_ONE_VALUE = Pattern.compile(
            "createNativeQuery\\(\\s*(?:\"\"\".*?\"\"\"|\"[^\"]*\"|\\w+),\\s*(?:Integer|Long|String|UUID|Instant|Boolean|Double)\\.class\\)"
                    + "\\s*\\.\\w+",
            Pattern.DOTALL);

    @Inject
    People people;

    @Inject
    SessionFactory sessions;

    @Test
    void queries_of_one_value_name_their_column() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).flatMap(QueryPlanTest::unnamed))
                    .as("add .addScalar(\"column\", Type.class) right after createNativeQuery")
                    .isEmpty();
        }
    }

    private static Stream<String> unnamed(Path file) {
        try {
            return unnamed(Files.readString(file)).map(query -> file.getFileName() + ": " + query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> unnamed(String source) {
        return OF_ONE_VALUE
                .matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(query -> !query.endsWith(".addScalar"));
    }

    @Test
    void a_claim_like_those_before_it_needs_no_new_plan() {
        var town = People.freshTown();
        var organiser = people.with(ORGANISER, town);
        Work.claim(people.member(town), Work.open(organiser, town, 1));
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            var misses = Stream.generate(() -> {
                        var member = people.member(town);
                        var task = Work.open(organiser, town, 1);
                        var before = statistics.getQueryPlanCacheMissCount();
                        Work.claim(member, task);
                        return statistics.getQueryPlanCacheMissCount() - before;
                    })
                    .limit(3)
                    .toList();
            // A sweep that runs at the same moment may need a plan for the first time, but not three times.
            assertThat(misses).contains(0L);
            assertThat(statistics.getQueryPlanCacheHitCount()).isPositive();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void the_rule_finds_what_breaks_it() {
        assertThat(unnamed("createNativeQuery(\"select 1\", Integer.class).getResultList();"))
                .hasSize(1);
        assertThat(unnamed("createNativeQuery(SQL, UUID.class).addScalar(\"id\", UUID.class)"))
                .isEmpty();
        assertThat(unnamed("createNativeQuery(SQL, Task.class).setParameter(\"id\", id, UUID.class).list();"))
                .isEmpty();
    }
}
