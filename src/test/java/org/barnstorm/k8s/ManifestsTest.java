package org.barnstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What kustomize makes of k8s/, checked without a cluster. After a change that is meant, write the golden files anew
 * with {@code mvn test -Dtest=ManifestsTest -Dgolden.update=true} and review what became different.
 */
class ManifestsTest {
    private static final String ABSENT = "\n*** kubectl is absent: NOTHING in k8s/ IS CHECKED by this run. ***\n";
    private static final Map<String, String> BUILT = new ConcurrentHashMap<>();

    private final Settings settings = new Settings();

    @BeforeAll
    static void kubectl_is_there() {
        if (Kustomize.isThere()) return;
        if ("true".equals(System.getenv("CI"))) throw new AssertionError(ABSENT);
        System.err.println(ABSENT);
        assumeTrue(false, ABSENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/production"})
    void nothing_is_misspelt_unsafe_or_left_unconnected(String directory) {
        assertThat(findings(Manifests.parse(build(directory)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"base, 2", "overlays/local, 4", "overlays/production, 2"})
    void every_kind_that_starts_pods_is_looked_at(String directory, int workloads) {
        var manifests = Manifests.parse(build(directory));
        assertThat(manifests.workloads()).hasSize(workloads);
        assertThat(manifests.ours()).hasSize(2);
        assertThat(manifests.trees().stream()
                        .filter(it -> !it.findPath("containers").isMissingNode()))
                .hasSize(workloads);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void the_result_is_what_was_reviewed(String overlay) throws IOException {
        var golden = Path.of("src/test/resources/k8s/golden", overlay + ".yaml");
        var built = build("overlays/" + overlay);
        if (Boolean.getBoolean("golden.update")) Files.writeString(golden, built);
        assertThat(built).isEqualTo(Files.readString(golden));
    }

    @Test
    void the_local_overlay_runs_the_versions_that_the_tests_run() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        assertThat(Manifests.parse(build("overlays/local")).workloads())
                .extracting(it -> it.container().getImage())
                .contains(
                        "keycloak/keycloak:" + property(pom, "keycloak.version"),
                        "postgres:" + property(pom, "postgresql.version").replaceAll("\\..*", ""));
    }

    @Test
    void a_digest_reaches_the_service_and_its_migration(@TempDir Path mine) throws IOException {
        var digest = "sha256:" + "0123456789abcdef".repeat(4);
        // Kustomize takes relative paths only.
        var production =
                mine.toRealPath().relativize(Path.of("k8s/overlays/production").toRealPath());
        Files.writeString(mine.resolve("kustomization.yaml"), """
                resources: [%s]
                images:
                  - {name: barnstorm, newName: images.example.org/barnstorm, digest: "%s"}
                """.formatted(production, digest));
        assertThat(Manifests.parse(Kustomize.build(mine)).ours()).hasSize(2).allSatisfy(it -> assertThat(
                        it.container().getImage())
                .isEqualTo("images.example.org/barnstorm@" + digest));
    }

    @Test
    void the_realm_import_holds_the_realm_file(@TempDir Path folder) throws IOException {
        var sample = Files.writeString(folder.resolve("x.json"), """
                {
                  "realm": "barnstorm",
                  "attributes": {"a": "- : # {", "b": "${name}"},
                "enabled": true
                }
                """);
        var ours = Path.of("keycloak/barnstorm-realm.json");
        for (var realm : Files.exists(ours) ? List.of(sample, ours) : List.of(sample)) {
            var manifest = (ObjectNode) Manifests.json(Kustomize.output("k8s/realm-import.sh", realm.toString()));
            assertThat(Shape.againstSchema(manifest)).isEmpty();
            assertThat(manifest.at("/spec/realm")).isEqualTo(Manifests.json(Files.readString(realm)));
        }
    }

    /** A check that has never failed proves nothing. */
    @ParameterizedTest(name = "{3}")
    @CsvFileSource(resources = "/k8s/mistakes.txt", delimiter = '|', quoteCharacter = '`')
    void a_planted_mistake_is_found(String object, String pointer, String change, String finding) {
        var trees =
                new ArrayList<>(Manifests.parse(build("overlays/production")).trees());
        var names = object.split(" ");
        var tree = trees.stream()
                .filter(it -> it.path("kind").asText().equals(names[0]))
                .filter(it ->
                        names.length == 1 || it.at("/metadata/name").asText().equals(names[1]))
                .findFirst()
                .orElseThrow();
        Manifests.json(change).properties().forEach(it -> put((ObjectNode) tree.at(pointer), it));
        assertThat(findings(Manifests.of(trees))).anyMatch(it -> it.contains(finding));
    }

    @Test
    void a_secret_with_data_is_found() {
        var trees =
                new ArrayList<>(Manifests.parse(build("overlays/production")).trees());
        trees.add((ObjectNode) Manifests.json("""
                {apiVersion: v1, kind: Secret, metadata: {name: keys}, stringData: {cursor-key: abc}}
                """));
        assertThat(findings(Manifests.of(trees))).containsExactly("Secret keys is written down");
    }

    private List<String> findings(Manifests manifests) {
        return Stream.of(
                        Shape.findings(manifests),
                        PodPolicies.findings(manifests),
                        WiringPolicies.findings(manifests),
                        SettingsPolicies.findings(manifests, settings))
                .flatMap(List::stream)
                .toList();
    }

    private static String property(String pom, String name) {
        return pom.split("<" + name + ">|</" + name + ">")[1];
    }

    private static void put(ObjectNode target, Map.Entry<String, JsonNode> change) {
        if (change.getValue().isNull()) target.remove(change.getKey());
        else target.set(change.getKey(), change.getValue());
    }

    private static String build(String directory) {
        return BUILT.computeIfAbsent(directory, it -> Kustomize.build(Path.of("k8s", it)));
    }
}
