package org.barnstorm.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.barnstorm.k8s.Manifests.Workload;

/** What every pod must be: watched, bounded, without rights, and without a secret written down. */
final class PodPolicies {
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|CURSOR_KEY|WEBHOOKS_KEYS).*");
    /** Keycloak's development mode builds itself in its own folder; it is in the local overlay only. */
    private static final Set<String> MAY_WRITE_ITS_ROOT = Set.of("Deployment keycloak");

    private final List<String> found = new ArrayList<>();

    private PodPolicies() {}

    static List<String> findings(Manifests manifests) {
        var policies = new PodPolicies();
        manifests.workloads().forEach(policies::check);
        manifests
                .all(Secret.class)
                .forEach(it -> policies.found.add("Secret " + it.getMetadata().getName() + " is written down"));
        return policies.found;
    }

    private void check(Workload workload) {
        pod(workload);
        for (var container : workload.pod().getContainers()) {
            var name = workload.name() + "/" + container.getName();
            security(workload, container, name);
            resources(container.getResources(), name);
            image(container.getImage(), workload, name);
            container.getEnv().forEach(env -> secretsComeFromSecrets(env, name));
            if (workload.serves()) probes(container, name);
        }
    }

    private void pod(Workload workload) {
        var pod = workload.pod();
        var context = pod.getSecurityContext();
        demand(context != null && isTrue(context.getRunAsNonRoot()), workload.name(), "may run as root");
        demand(context != null && positive(context.getRunAsUser()), workload.name(), "has no numeric user");
        demand(
                context != null
                        && context.getSeccompProfile() != null
                        && "RuntimeDefault".equals(context.getSeccompProfile().getType()),
                workload.name(),
                "has no seccomp profile");
        demand(isFalse(pod.getAutomountServiceAccountToken()), workload.name(), "mounts an account token");
        demand(isFalse(pod.getEnableServiceLinks()), workload.name(), "gets service links as settings");
        demand(
                !isTrue(pod.getHostNetwork()) && !isTrue(pod.getHostPID()) && !isTrue(pod.getHostIPC()),
                workload.name(),
                "shares a namespace of the node");
        demand(
                pod.getVolumes().stream().allMatch(volume -> volume.getHostPath() == null),
                workload.name(),
                "mounts the node's disk");
        demand(pod.getInitContainers().isEmpty(), workload.name(), "has init containers, which nothing here checks");
    }

    private void security(Workload workload, Container container, String name) {
        var context = container.getSecurityContext();
        if (context == null) {
            found.add(name + " has no security context");
            return;
        }
        demand(isFalse(context.getAllowPrivilegeEscalation()), name, "may escalate privileges");
        demand(!isTrue(context.getPrivileged()), name, "is privileged");
        demand(
                context.getCapabilities() != null
                        && List.of("ALL").equals(context.getCapabilities().getDrop())
                        && context.getCapabilities().getAdd().isEmpty(),
                name,
                "keeps capabilities");
        demand(
                isTrue(context.getReadOnlyRootFilesystem()) || MAY_WRITE_ITS_ROOT.contains(workload.name()),
                name,
                "may write its root file system");
        demand(context.getRunAsUser() == null || context.getRunAsUser() > 0, name, "runs as root");
    }

    private void resources(ResourceRequirements resources, String name) {
        Map<String, Quantity> requests = resources == null ? Map.of() : resources.getRequests();
        Map<String, Quantity> limits = resources == null ? Map.of() : resources.getLimits();
        demand(requests.containsKey("cpu"), name, "requests no CPU");
        demand(!limits.containsKey("cpu"), name, "has a CPU limit");
        demand(requests.containsKey("memory"), name, "requests no memory");
        demand(
                Objects.equals(requests.get("memory"), limits.get("memory")),
                name,
                "has a memory limit other than its request");
    }

    private void probes(Container container, String name) {
        var probes = new LinkedHashMap<String, Probe>();
        probes.put("started", container.getStartupProbe());
        probes.put("ready", container.getReadinessProbe());
        probes.put("live", container.getLivenessProbe());
        probes.forEach((what, probe) -> {
            demand(probe != null, name, "has no probe: " + what);
            if (probe == null || !container.getName().equals("barnstorm")) return;
            var get = probe.getHttpGet();
            demand(get != null && ("/q/health/" + what).equals(get.getPath()), name, "probes another path: " + what);
            demand(get != null && "management".equals(get.getPort().getStrVal()), name, "probes another port: " + what);
        });
    }

    private void image(String image, Workload workload, String name) {
        var known = image.contains(":") && !image.endsWith(":latest");
        demand(known || workload.isOurs() && image.equals("barnstorm"), name, "runs whatever is newest: " + image);
    }

    private void secretsComeFromSecrets(EnvVar env, String name) {
        var literal = env.getValue() != null && SECRET.matcher(env.getName()).matches();
        demand(!literal, name, "has a secret written down: " + env.getName());
    }

    private void demand(boolean holds, String who, String otherwise) {
        if (!holds) found.add(who + " " + otherwise);
    }

    private static boolean isTrue(Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static boolean isFalse(Boolean value) {
        return Boolean.FALSE.equals(value);
    }

    private static boolean positive(Long value) {
        return value != null && value > 0;
    }
}
