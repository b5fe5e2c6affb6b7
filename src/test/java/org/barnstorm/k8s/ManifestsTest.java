package org.barnstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What kustomize makes of k8s/, checked without a cluster. After a change that is meant, write the golden files anew with
 * {@code mvn test -Dtest=ManifestsTest -Dgolden.update=true} and review what became different.
 */
class ManifestsTest {
    private static final String ABSENT =
            "\n*** kubectl is not installed: NOTHING in k8s/ IS CHECKED by this run. ***\n";
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

    /** Each of these was once someone's mistake. A check that has never failed proves nothing. */
    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '"',
            value = {
                "Deployment|/spec/template/spec/containers/0|livenesProbe: {periodSeconds: 5}|unknown field livenesProbe",
                "Service|/spec/ports/0|targetport: http|unknown field targetport",
                "Cluster|/spec|instancez: 3|instancez",
                "Cluster|/spec/postgresql/parameters|max_connections: 200|max_connections",
                "Keycloak|/spec/db|poolMax: 15|poolMax",
                "PrometheusRule|/spec/groups/0/rules/0/labels|severity: high|severity",
                "Deployment|/spec/template/spec/containers/0|readinessProbe: null|has no probe: ready",
                "Deployment|/spec/template/spec/containers/0/livenessProbe/httpGet|path: /q/health/ready|another path: live",
                "Deployment|/spec/template/spec/containers/0|resources: null|requests no memory",
                "Deployment|/spec/template/spec/containers/0/resources/limits|memory: 1Gi|limit other than its request",
                "Deployment|/spec/template/spec/containers/0/resources/limits|cpu: 1|has a CPU limit",
                "Job|/spec/template/spec/securityContext|runAsNonRoot: false|may run as root",
                "Job|/spec/template/spec|securityContext: null|no seccomp profile",
                "Job|/spec/template/spec/containers/0/securityContext|readOnlyRootFilesystem: false|write its root",
                "Job|/spec/template/spec/containers/0/securityContext/capabilities|drop: []|keeps capabilities",
                "Deployment|/spec/template/spec|automountServiceAccountToken: null|mounts an account token",
                "Deployment|/spec/template/spec|enableServiceLinks: null|gets service links",
                "Deployment|/spec/template/spec/volumes/0|hostPath: {path: /}|mounts the node's disk",
                "Deployment|/spec/template/spec/containers/0|image: barnstorm:latest|runs whatever is newest",
                "Deployment|/spec/template/spec/containers/0|image: barnstorm:1|runs another image than the service",
                "Deployment|/spec/template/metadata/labels|app.kubernetes.io/component: web|does not select its own pods",
                "Service|/spec/selector|app.kubernetes.io/component: web|does not lead to one workload",
                "Service|/spec/ports/1|targetPort: metrics|leads to a port that nothing opens",
                "PodDisruptionBudget|/spec/selector/matchLabels|app.kubernetes.io/component: web|protects no deployment",
                "HorizontalPodAutoscaler|/spec/scaleTargetRef|name: barn|scales nothing",
                "HorizontalPodAutoscaler|/spec|maxReplicas: 9|connections; 252 can be wanted",
                "Deployment|/spec|replicas: 2|fights `replicas`",
                "NetworkPolicy barnstorm-deny|/spec/podSelector/matchLabels|app.kubernetes.io/name: barn|no network policy for Ingress",
                "NetworkPolicy barnstorm-api-in|/spec|ingress: [{ports: [{port: http}]}]|lets everyone in",
                "NetworkPolicy barnstorm-api-in|/spec/ingress/0/ports/0|port: https|nothing listens on",
                "ServiceMonitor|/spec/endpoints/0|port: metrics|finds no port metrics",
                "HTTPRoute barnstorm|/spec/rules/0/backendRefs/0|port: 80|leads to no port",
                "HTTPRoute barnstorm|/spec/rules/0/timeouts|request: 30s|would cut event streams",
                "ConfigMap|/data|QUARKUS_DATASOURCE_JDBC_URI: x|sets what nobody reads: QUARKUS_DATASOURCE_JDBC_URI",
                "ConfigMap|/data|MP_JWT_VERIFY_ISSUER: null|lacks the setting MP_JWT_VERIFY_ISSUER",
                "ConfigMap|/data|QUARKUS_DATASOURCE_JDBC_MAX_SIZE: \"50\"|connections; 352 can be wanted",
                "ConfigMap|/metadata|name: other|reads a ConfigMap that is not here",
                "Deployment|/spec/template/spec/containers/0/env/1|{value: x, valueFrom: null}|secret written down: QUARKUS_DATASOURCE_PASSWORD",
                "Deployment|/spec/template/spec/containers/0/env/1/valueFrom/secretKeyRef|name: other|undocumented secret: other",
                "Deployment|/spec/template/spec/containers/0/ports/1|containerPort: 9001|opens other ports",
                "Deployment|/spec/template/spec|terminationGracePeriodSeconds: 40|killed before it has drained: 40 s",
                "Job|/spec/template/spec/containers/0/env/4|value: \"true\"|does not migrate and exit",
            })
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

    private static void put(ObjectNode target, Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> change) {
        if (change.getValue().isNull()) target.remove(change.getKey());
        else target.set(change.getKey(), change.getValue());
    }

    private static String build(String directory) {
        return BUILT.computeIfAbsent(directory, it -> Kustomize.build(Path.of("k8s", it)));
    }
}
