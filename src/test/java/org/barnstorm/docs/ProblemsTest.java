package org.barnstorm.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds docs/problems.md against the code: a paragraph for each code, and a code for each paragraph. */
class ProblemsTest {
    private static final String CODE = "\"([a-z]+(?:-[a-z]+)*)\"";
    private static final String FACTORY = "\\bRefusal ?\\. ?(?:malformed|forbidden|conflict|invalid)\\( ?";

    /** Every way in which a code gets into a refusal. White space is one blank here. */
    private static final List<Pattern> PLACES = List.of(
            Pattern.compile(FACTORY + CODE),
            Pattern.compile("\\bKind ?\\. ?[A-Z_]+, " + CODE), // Refusal.of(Kind.BUSY, "busy", ...) and the like
            Pattern.compile("\\b[A-Z_]+\\(\\d{3}, " + CODE), // StandardProblem
            Pattern.compile("\\brefused\\( ?" + CODE)); // Assignment.refused("lease-lost", ...)

    /** A code chosen by a condition: all its texts count. */
    private static final Pattern CHOICE = Pattern.compile("\\bcode = ([^;]*);");

    private static final Pattern ANY_CODE = Pattern.compile(CODE);
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");

    @Test
    void each_code_has_a_paragraph_and_each_paragraph_a_code() throws IOException {
        assertThat(headings()).containsExactlyElementsOf(codes(sources())); // sorted, each once
    }

    @Test
    void no_refusal_hides_its_code_from_this_test() throws IOException {
        var hidden = new ArrayList<String>();
        var call = Pattern.compile(FACTORY + "(?!\")(\\w+)");
        for (var source : sources()) {
            var calls = call.matcher(source);
            while (calls.find()) hidden.add(calls.group(1));
        }
        // Lists of violations are always "invalid-input"; `code` is a choice between texts.
        assertThat(hidden).isSubsetOf("errors", "violations", "code", "List");
    }

    @Test
    void it_finds_codes_however_they_are_written() {
        var source = oneLine("""
                throw Refusal.conflict(
                        "first-one", "Detail.");
                Refusal.of(
                        Refusal.Kind.BUSY,
                        "second", "Detail.");
                var code = open ? "third" : "fourth";
                TOO_LARGE(413, "fifth", "Detail."),
                Refusal.notFound("nothing-here");
                """);
        assertThat(codes(List.of(source))).containsExactly("fifth", "first-one", "fourth", "second", "third");
    }

    private static Set<String> codes(List<String> sources) {
        var codes = new TreeSet<String>();
        for (var source : sources) {
            for (var place : PLACES) collect(place, source, codes);
            var choices = CHOICE.matcher(source);
            while (choices.find()) collect(ANY_CODE, choices.group(1), codes);
        }
        return codes;
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        var matches = pattern.matcher(text);
        while (matches.find()) into.add(matches.group(1));
    }

    private static List<String> headings() throws IOException {
        var found = new ArrayList<String>();
        var headings = HEADING.matcher(Files.readString(Path.of("docs/problems.md")));
        while (headings.find()) found.add(headings.group(1));
        return found;
    }

    private static List<String> sources() throws IOException {
        var sources = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(oneLine(Files.readString(file)));
            }
        }
        return sources;
    }

    private static String oneLine(String source) {
        return source.replaceAll("\\s+", " ");
    }
}
