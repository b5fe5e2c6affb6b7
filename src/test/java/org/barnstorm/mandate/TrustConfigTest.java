package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.barnstorm.authority.Budget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the service ships with, and that nothing of it may be missing. */
class TrustConfigTest {
    private static final String PREFIX = "barnstorm.trust.";

    @Test
    void it_ships_with_a_probation_and_with_more_for_those_who_are_trusted_further() {
        var rules = new TrustRulesProducer().rules(read(shipped()));
        assertThat(rules.probation()).isEqualTo(new TrustRules.Probationary(3, 0, 100));
        for (var budget : Budget.values()) {
            var days = Stream.of(Standing.values())
                    .filter(standing -> standing != Standing.PROBATION)
                    .map(standing -> rules.daily(standing, budget))
                    .toList();
            assertThat(days).as(budget.name()).isSorted().allMatch(most -> most > 0);
            assertThat(rules.daily(Standing.PROBATION, budget)).isLessThan(rules.daily(Standing.ORGANISER, budget));
        }
    }

    static Stream<String> without_one_of_its_settings_the_service_does_not_start() throws IOException {
        return shipped().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource
    void without_one_of_its_settings_the_service_does_not_start(String missing) {
        var settings = shipped();
        settings.remove(missing);
        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(missing);
    }

    @Test
    void numbers_that_make_no_sense_are_refused() {
        for (var wrong : Map.of(
                        "probation.tasks", "-1",
                        "probation.days", "-1",
                        "probation.percent", "0",
                        "budgets.lead.people", "-1")
                .entrySet()) {
            var settings = shipped();
            settings.put(PREFIX + wrong.getKey(), wrong.getValue());
            assertThatThrownBy(() -> new TrustRulesProducer().rules(read(settings)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static TrustConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(TrustConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(TrustConfig.class);
    }

    private static Map<String, String> shipped() {
        var all = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            all.load(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        var ours = new TreeMap<String, String>();
        all.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> ours.put(name, all.getProperty(name)));
        return ours;
    }
}
