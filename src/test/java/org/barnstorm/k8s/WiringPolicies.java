package org.barnstorm.k8s;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.barnstorm.k8s.Manifests.Workload;

/** Labels, names and ports by which the objects find each other: Kubernetes accepts it when they do not. */
final class WiringPolicies {
    private final Manifests manifests;
    private final List<String> found = new ArrayList<>();

    private WiringPolicies(Manifests manifests) {
        this.manifests = manifests;
    }

    static List<String> findings(Manifests manifests) {
        var policies = new WiringPolicies(manifests);
        policies.selectors();
        policies.services();
        policies.budgetsAndScaling();
        policies.networkPolicies();
        policies.monitors();
        policies.routes();
        return policies.found;
    }

    private void selectors() {
        manifests.workloads().forEach(workload -> {
            if (workload.owner() instanceof Deployment it) own(it.getSpec().getSelector(), workload);
            if (workload.owner() instanceof StatefulSet it) own(it.getSpec().getSelector(), workload);
        });
    }

    private void own(LabelSelector selector, Workload workload) {
        demand(workload.matches(selector.getMatchLabels()), workload.owner(), "does not select its own pods");
        var others = manifests.workloads().stream()
                .filter(other -> !other.owner().equals(workload.owner()) && other.matches(selector.getMatchLabels()));
        demand(others.findAny().isEmpty(), workload.owner(), "selects pods of another");
    }

    private void services() {
        for (var service : manifests.all(Service.class)) {
            var behind = selected(service.getSpec().getSelector());
            demand(behind.size() == 1 && behind.get(0).serves(), service, "does not lead to one workload");
            behind.forEach(workload -> service.getSpec().getPorts().forEach(port -> {
                var there = ports(workload).anyMatch(it -> isPort(it, port.getTargetPort()));
                demand(there, service, "leads to a port that nothing opens: " + port.getName());
            }));
        }
    }

    private void budgetsAndScaling() {
        for (var budget : manifests.all(PodDisruptionBudget.class)) {
            var behind = selected(budget.getSpec().getSelector().getMatchLabels());
            demand(behind.size() == 1 && behind.get(0).serves(), budget, "protects no deployment");
        }
        for (var scaler : manifests.all(HorizontalPodAutoscaler.class)) {
            var target = scaler.getSpec().getScaleTargetRef();
            var there = manifests.tree(target.getKind(), target.getName());
            demand(there.isPresent(), scaler, "scales nothing");
            there.ifPresent(it -> demand(!it.path("spec").has("replicas"), scaler, "fights `replicas`"));
            demand(scaler.getSpec().getMinReplicas() >= 2, scaler, "lets one replica stand alone");
        }
    }

    private void networkPolicies() {
        for (var workload : manifests.workloads())
            for (var direction : List.of("Ingress", "Egress")) {
                var covered = manifests.all(NetworkPolicy.class).stream()
                        .filter(it -> it.getSpec().getPolicyTypes().contains(direction))
                        .anyMatch(it ->
                                workload.matches(it.getSpec().getPodSelector().getMatchLabels()));
                demand(covered, workload.owner(), "is covered by no network policy for " + direction);
            }
        for (var policy : manifests.all(NetworkPolicy.class)) {
            var spec = policy.getSpec();
            // A rule without peers lets in, or out to, the whole world.
            demand(spec.getIngress().stream().noneMatch(it -> it.getFrom().isEmpty()), policy, "lets everyone in");
            demand(spec.getEgress().stream().noneMatch(it -> it.getTo().isEmpty()), policy, "lets out to everywhere");
            spec.getIngress().forEach(rule -> rule.getPorts().forEach(port -> open(policy, port)));
        }
    }

    private void open(NetworkPolicy policy, NetworkPolicyPort port) {
        var workloads = selected(policy.getSpec().getPodSelector().getMatchLabels());
        var open = workloads.stream().flatMap(this::ports).anyMatch(it -> isPort(it, port.getPort()));
        demand(workloads.isEmpty() || open, policy, "opens a port that nothing listens on");
    }

    /** A ServiceMonitor finds a Service by labels and a port by name; if it does not, there are simply no metrics. */
    private void monitors() {
        for (var tree : manifests.trees()) {
            if (!tree.path("kind").asText().equals("ServiceMonitor")) continue;
            var port = tree.at("/spec/endpoints/0/port").asText();
            var labels = tree.at("/spec/selector/matchLabels").properties();
            var there = manifests.all(Service.class).stream()
                    .filter(it -> it.getMetadata().getLabels() != null)
                    .filter(it -> labels.stream().allMatch(label -> label.getValue()
                            .asText()
                            .equals(it.getMetadata().getLabels().get(label.getKey()))))
                    .flatMap(it -> it.getSpec().getPorts().stream())
                    .anyMatch(it -> it.getName().equals(port));
            if (!there) found.add("ServiceMonitor " + tree.at("/metadata/name").asText() + " finds no port " + port);
        }
    }

    /** Keycloak's own Service is made by its operator, so only ours can be looked up. */
    private void routes() {
        for (var route : manifests.all(HTTPRoute.class))
            for (var rule : route.getSpec().getRules())
                for (var backend : rule.getBackendRefs()) {
                    if (!backend.getName().equals("barnstorm")) continue;
                    var there = manifests.all(Service.class).stream()
                            .filter(it -> it.getMetadata().getName().equals("barnstorm"))
                            .flatMap(it -> it.getSpec().getPorts().stream())
                            .anyMatch(it ->
                                    it.getName().equals("http") && it.getPort().equals(backend.getPort()));
                    demand(there, route, "leads to no port of the Service");
                    demand("0s".equals(rule.getTimeouts().getRequest()), route, "would cut event streams");
                }
    }

    private List<Workload> selected(Map<String, String> selector) {
        return manifests.workloads().stream().filter(it -> it.matches(selector)).toList();
    }

    private Stream<ContainerPort> ports(Workload workload) {
        return workload.pod().getContainers().stream().flatMap(it -> it.getPorts().stream());
    }

    private static boolean isPort(ContainerPort port, IntOrString wanted) {
        return wanted.getStrVal() == null
                ? port.getContainerPort().equals(wanted.getIntVal())
                : wanted.getStrVal().equals(port.getName());
    }

    private void demand(boolean holds, HasMetadata who, String otherwise) {
        if (!holds) found.add(who.getKind() + " " + who.getMetadata().getName() + " " + otherwise);
    }
}
