package org.barnstorm.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the service ships with, and that nothing of it may be missing. */
class LimitsConfigTest {
    private static final String PREFIX = "barnstorm.limits.";

    /** The table of docs/operations.md (T-41). */
    @Test
    void each_limit_says_what_it_does_when_the_count_is_away() throws IOException {
        var config = read(shipped());
        assertThat(config.person().whenAway()).isEqualTo(WhenAway.OPEN);
        assertThat(config.app().whenAway()).isEqualTo(WhenAway.CLOSED);
        assertThat(config.program().whenAway()).isEqualTo(WhenAway.CLOSED);
        assertThat(config.address().whenAway()).isEqualTo(WhenAway.CLOSED);
        for (var limit : Limit.values()) {
            var each = config.of(limit);
            assertThat(new Quota(each.requests(), each.window()).requests()).isGreaterThanOrEqualTo(600);
        }
    }

    static Stream<String> without_one_of_its_settings_the_service_does_not_start() throws IOException {
        return shipped().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource
    void without_one_of_its_settings_the_service_does_not_start(String missing) throws IOException {
        var settings = shipped();
        settings.remove(missing);
        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(missing);
    }

    @Test
    void quotas_that_make_no_sense_are_refused() {
        var minute = java.time.Duration.ofMinutes(1);
        assertThatThrownBy(() -> new Quota(0, minute)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quota(1_000_000_001, minute)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quota(1, java.time.Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quota(1, java.time.Duration.ofHours(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LimitsConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(LimitsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(LimitsConfig.class);
    }

    private static Map<String, String> shipped() throws IOException {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        }
        var settings = new HashMap<String, String>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }
}
