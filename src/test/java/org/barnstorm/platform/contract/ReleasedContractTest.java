package org.barnstorm.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.BackwardIncompatibleProp;

/**
 * {@code openapi.yaml} breaks no client of the last release, unless docs/contract/breaks.md says which, why, and what to do.
 */
class ReleasedContractTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path CURRENT = Path.of("openapi.yaml");
    private static final Path RELEASED = Path.of("docs", "contract", "released.yaml");
    private static final Path ACCEPTED = Path.of("docs", "contract", "breaks.md");
    private static final Pattern LINE = Pattern.compile("\\* `([^`]+)`: (.{20,})");

    @Test
    void what_clients_of_the_last_release_rely_on_is_still_there() throws IOException {
        assertThat(breaks())
                .as("Breaks of the released contract. Do without them, or write each into %s with its reason", ACCEPTED)
                .isSubsetOf(accepted().keySet());
    }

    @Test
    void every_accepted_break_is_one() throws IOException {
        assertThat(accepted().keySet()).as("taken back since, or released").isSubsetOf(breaks());
    }

    @Test
    void every_line_of_accepted_breaks_gives_a_reason() throws IOException {
        assertThat(Files.readAllLines(ACCEPTED))
                .filteredOn(line -> line.startsWith("*"))
                .allSatisfy(line -> assertThat(line).matches(LINE));
    }

    /** A second opinion. It does not see types in 3.1, so it cannot be the first. */
    @Test
    void openapi_diff_finds_no_break_where_we_find_none() throws IOException {
        if (!breaks().isEmpty()) return; // it cannot be told which are accepted
        assertThat(isIncompatible(Files.readString(RELEASED), Files.readString(CURRENT)))
                .isFalse();
    }

    @Test
    void openapi_diff_agrees_about_what_it_sees() throws IOException {
        Map<String, Consumer<JsonNode>> plants = new LinkedHashMap<>();
        plants.put("an operation gone", d -> ((ObjectNode) d.at("/paths/~1me")).remove("patch"));
        plants.put("a limit lowered", d -> ((ObjectNode) d.at("/components/schemas/NewTask/properties/title"))
                .put("maxLength", 20));
        for (var plant : plants.entrySet()) {
            var changed = YAML.readTree(CURRENT.toFile());
            plant.getValue().accept(changed);
            assertThat(isIncompatible(Files.readString(CURRENT), YAML.writeValueAsString(changed)))
                    .as(plant.getKey())
                    .isTrue();
        }
    }

    private static boolean isIncompatible(String before, String after) {
        var options = OpenApiDiffOptions.builder()
                // Clients ignore values that they do not know.
                .configProperty(BackwardIncompatibleProp.RESPONSE_ENUM_INCREASED.getPropertyName(), "false")
                .build();
        return OpenApiCompare.fromContents(before, after, null, options).isIncompatible();
    }

    private static List<String> breaks() throws IOException {
        return Breaks.between(YAML.readTree(RELEASED.toFile()), YAML.readTree(CURRENT.toFile()));
    }

    private static Map<String, String> accepted() throws IOException {
        var accepted = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(ACCEPTED)) {
            var found = LINE.matcher(line);
            if (found.matches()) accepted.put(found.group(1), found.group(2));
        }
        return accepted;
    }
}
