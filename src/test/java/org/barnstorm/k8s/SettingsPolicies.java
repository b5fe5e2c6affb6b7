package org.barnstorm.k8s;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.barnstorm.k8s.Manifests.Workload;

/** The manifests against the program's own settings: names, ports, times and the number of connections. */
final class SettingsPolicies {
    private static final int MIGRATION = 2;
    private static final int OTHERS = 20; // operator, replication, exporter, superuser reserve, people

    private final Manifests manifests;
    private final Settings settings;
    private final List<String> found = new ArrayList<>();

    private SettingsPolicies(Manifests manifests, Settings settings) {
        this.manifests = manifests;
        this.settings = settings;
    }

    static List<String> findings(Manifests manifests, Settings settings) {
        var policies = new SettingsPolicies(manifests, settings);
        manifests.ours().forEach(policies::names);
        manifests.workloads().forEach(policies::secretsAreDocumented);
        manifests.ours().stream().filter(Workload::serves).forEach(policies::service);
        manifests.ours().stream().filter(it -> !it.serves()).forEach(policies::migration);
        policies.connections();
        return policies.found;
    }

    private void names(Workload workload) {
        var configMaps = manifests.all(ConfigMap.class).stream()
                .map(it -> it.getMetadata().getName())
                .collect(Collectors.toSet());
        for (var source : workload.container().getEnvFrom())
            demand(configMaps.contains(configMap(source)), workload, "reads a ConfigMap that is not here");
        environment(workload)
                .keySet()
                .forEach(name -> demand(settings.knows(name), workload, "sets what nobody reads: " + name));
    }

    private void service(Workload workload) {
        var environment = environment(workload);
        settings.requiredInProduction()
                .forEach(name -> demand(environment.containsKey(name), workload, "lacks the setting " + name));
        Set.of("QUARKUS_FLYWAY_MIGRATE_AT_START", "QUARKUS_FLYWAY_USERNAME", "QUARKUS_FLYWAY_PASSWORD")
                .forEach(name -> demand(!environment.containsKey(name), workload, "may migrate: " + name));
        demand(
                ports(workload)
                        .equals(Map.of(
                                "http", settings.integer("quarkus.http.port"),
                                "management", settings.integer("quarkus.management.port"))),
                workload,
                "opens other ports than application.properties says");
        var needed = workload.container().getLifecycle().getPreStop().getSleep().getSeconds()
                + settings.seconds("quarkus.shutdown.delay")
                + settings.seconds("quarkus.shutdown.timeout");
        var grace = workload.pod().getTerminationGracePeriodSeconds();
        demand(grace != null && grace > needed, workload, "is killed before it has drained: " + needed + " s");
        var rolling = ((Deployment) workload.owner()).getSpec().getStrategy().getRollingUpdate();
        demand(rolling.getMaxUnavailable().getIntVal() == 0, workload, "takes pods away before others are ready");
    }

    private void migration(Workload job) {
        var environment = environment(job);
        var wanted = Map.of(
                "QUARKUS_FLYWAY_MIGRATE_AT_START", "true",
                "QUARKUS_FLYWAY_VALIDATE_AT_START", "false",
                "QUARKUS_INIT_AND_EXIT", "true");
        demand(environment.entrySet().containsAll(wanted.entrySet()), job, "does not migrate and exit");
        demand(environment.containsKey("QUARKUS_FLYWAY_PASSWORD"), job, "has no owner's password");
        demand(!environment.containsKey("QUARKUS_DATASOURCE_PASSWORD"), job, "needs no other role");
        manifests.ours().stream()
                .filter(Workload::serves)
                .forEach(service -> demand(
                        service.container().getImage().equals(job.container().getImage()),
                        job,
                        "runs another image than the service"));
    }

    private void secretsAreDocumented(Workload workload) {
        for (var env : workload.container().getEnv()) {
            if (env.getValueFrom() == null || env.getValueFrom().getSecretKeyRef() == null) continue;
            var secret = env.getValueFrom().getSecretKeyRef().getName();
            demand(settings.documents(secret), workload, "needs an undocumented secret: " + secret);
        }
    }

    /** Every connection that can exist at one time, against what PostgreSQL admits. */
    private void connections() {
        var clusters = manifests.trees().stream()
                .filter(it -> it.path("kind").asText().equals("Cluster"))
                .toList();
        for (var cluster : clusters) {
            var admitted =
                    cluster.at("/spec/postgresql/parameters/max_connections").asInt();
            var wanted = pods() * pool() + MIGRATION + keycloak() + OTHERS;
            if (wanted > admitted)
                found.add("Cluster admits " + admitted + " connections; " + wanted + " can be wanted");
        }
    }

    private int pods() {
        var most = manifests.all(HorizontalPodAutoscaler.class).stream()
                .mapToInt(it -> it.getSpec().getMaxReplicas())
                .sum();
        var surge = manifests.ours().stream()
                .filter(it -> it.owner() instanceof Deployment)
                .mapToInt(it -> ((Deployment) it.owner())
                        .getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxSurge()
                        .getIntVal())
                .sum();
        return most + surge;
    }

    private int pool() {
        return manifests.ours().stream()
                .map(it -> environment(it).get("QUARKUS_DATASOURCE_JDBC_MAX_SIZE"))
                .mapToInt(
                        it -> it == null ? settings.integer("quarkus.datasource.jdbc.max-size") : Integer.parseInt(it))
                .max()
                .orElse(0);
    }

    private int keycloak() {
        return manifests.trees().stream()
                .filter(it -> it.path("kind").asText().equals("Keycloak"))
                .mapToInt(SettingsPolicies::keycloakPools)
                .sum();
    }

    private static int keycloakPools(ObjectNode keycloak) {
        // Keycloak's default pool is 100.
        return keycloak.at("/spec/instances").asInt()
                * keycloak.at("/spec/db/poolMaxSize").asInt(100);
    }

    /** As the process will see it. A value from a secret is not known here and stands as its reference. */
    private Map<String, String> environment(Workload workload) {
        var all = new TreeMap<String, String>();
        workload.container().getEnvFrom().forEach(source -> manifests.all(ConfigMap.class).stream()
                .filter(it -> it.getMetadata().getName().equals(configMap(source)))
                .forEach(it -> all.putAll(it.getData())));
        for (EnvVar env : workload.container().getEnv())
            all.put(env.getName(), env.getValue() == null ? "from a secret" : env.getValue());
        return all;
    }

    private static Map<String, Integer> ports(Workload workload) {
        return workload.container().getPorts().stream()
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
    }

    private static String configMap(EnvFromSource source) {
        return source.getConfigMapRef() == null
                ? null
                : source.getConfigMapRef().getName();
    }

    private void demand(boolean holds, Workload who, String otherwise) {
        if (!holds) found.add(who.name() + " " + otherwise);
    }
}
