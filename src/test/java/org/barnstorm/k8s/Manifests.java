package org.barnstorm.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that one overlay puts into a cluster: each document as a tree, and as the object that Kubernetes will see. */
record Manifests(List<ObjectNode> trees, List<HasMetadata> objects) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final KubernetesSerialization MODEL = new KubernetesSerialization();

    static Manifests parse(String yaml) {
        try (var documents = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(yaml)) {
            return of(documents.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a value of a wrong type; a field it does not know is kept aside, where {@link Shape} finds it. */
    static Manifests of(List<ObjectNode> trees) {
        return new Manifests(
                trees,
                trees.stream()
                        .map(tree -> MODEL.<HasMetadata>unmarshal(tree.toString()))
                        .toList());
    }

    static JsonNode json(String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> List<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    Optional<ObjectNode> tree(String kind, String name) {
        return trees.stream()
                .filter(tree -> tree.path("kind").asText().equals(kind))
                .filter(tree -> tree.at("/metadata/name").asText().equals(name))
                .findFirst();
    }

    /** Whatever starts pods. A kind that is missing here would escape every policy, so the test counts them. */
    List<Workload> workloads() {
        var deployments = all(Deployment.class).stream()
                .map(it -> new Workload(it, it.getSpec().getTemplate(), true));
        var sets = all(StatefulSet.class).stream()
                .map(it -> new Workload(it, it.getSpec().getTemplate(), true));
        var jobs =
                all(Job.class).stream().map(it -> new Workload(it, it.getSpec().getTemplate(), false));
        return Stream.of(deployments, sets, jobs).flatMap(it -> it).toList();
    }

    /** Those that run Barnstorm's image: the service and its migration. */
    List<Workload> ours() {
        return workloads().stream().filter(Workload::isOurs).toList();
    }

    record Workload(HasMetadata owner, PodTemplateSpec template, boolean serves) {
        String name() {
            return owner.getKind() + " " + owner.getMetadata().getName();
        }

        PodSpec pod() {
            return template.getSpec();
        }

        Map<String, String> labels() {
            return template.getMetadata().getLabels();
        }

        Container container() {
            return pod().getContainers().get(0);
        }

        boolean isOurs() {
            return "barnstorm".equals(labels().get("app.kubernetes.io/name"));
        }

        boolean matches(Map<String, String> selector) {
            return !selector.isEmpty() && labels().entrySet().containsAll(selector.entrySet());
        }
    }
}
