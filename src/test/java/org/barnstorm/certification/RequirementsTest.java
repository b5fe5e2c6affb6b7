package org.barnstorm.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.barnstorm.authority.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementsTest {
    private static final String PREFIX = "barnstorm.certification.";

    private final Map<String, String> settings = usual();

    @Test
    void the_usual_ones_lock_nothing() {
        var usual = Requirements.of(config());
        assertThat(usual.unlocks()).isEmpty();
        assertThat(usual.leads()).isEqualTo(1);
        assertThat(usual.grace()).hasDays(31);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sweep-every", "leads", "members", "results", "results-within", "grace", "unlocks"})
    void without_one_of_them_there_is_no_start(String name) {
        settings.remove(PREFIX + name);
        assertThatThrownBy(this::config)
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(name);
    }

    @Test
    void an_empty_list_is_said_not_left_out() {
        settings.put(PREFIX + "unlocks", "");
        assertThatThrownBy(this::config).isInstanceOf(ConfigValidationException.class);
    }

    @Test
    void several_capabilities_can_be_unlocked() {
        settings.put(PREFIX + "unlocks", "GROUP_CREATE , COURSE_MANAGE");
        assertThat(Requirements.of(config()).unlocks())
                .containsExactlyInAnyOrder(Capability.GROUP_CREATE, Capability.COURSE_MANAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "unlocks, EVERYTHING, no capability EVERYTHING",
        "unlocks, 'GROUP_CREATE,', no capability",
        "unlocks, TASK_CREATE, needs TASK_CREATE",
        "unlocks, MANDATE_REVOKE, needs MANDATE_REVOKE",
        "leads, -1, not negative",
        "results-within, PT0S, results-within",
        "grace, -P1D, grace"
    })
    void what_makes_no_sense_stops_the_start(String name, String value, String why) {
        settings.put(PREFIX + name, value);
        assertThat(findings()).singleElement().asString().contains(why);
        assertThatThrownBy(() -> Requirements.of(config())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_certification_that_asks_for_nothing_would_be_everybodys() {
        for (var name : List.of("leads", "members", "results")) settings.put(PREFIX + name, "0");
        assertThat(findings()).singleElement().asString().contains("asks for something");
        settings.put(PREFIX + "leads", "2");
        assertThat(findings()).isEmpty();
    }

    private List<String> findings() {
        return Requirements.findings(config());
    }

    private CertificationConfig config() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters() // of durations like 10m
                .withMapping(CertificationConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(CertificationConfig.class);
    }

    private static Map<String, String> usual() {
        var file = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            file.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var ours = new HashMap<String, String>();
        file.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> ours.put(name, file.getProperty(name)));
        return ours;
    }
}
