package org.barnstorm.local;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.channels.FileLock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code mvn -Prun}: the two servers, then the service in this very process. */
@QuarkusMain(name = "local")
public class LocalMain {
    static final Progress PROGRESS = new Progress(System.out);

    /** Held here, because a lock that nobody refers to is collected and thereby released. */
    @SuppressWarnings("unused")
    private static FileLock claim;

    public static void main(String... args) {
        try {
            run(args);
        } catch (LocalFailure e) {
            System.err.println();
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String... args) {
        var home = Home.find();
        var ports = Ports.configured();
        claim = home.claim();
        var database = databaseOptions(home, ports);
        var keycloak = keycloakOptions(home, ports);
        var stack = new LocalStack(database, keycloak);
        // What a killed run left behind holds our ports: first end that, then look whether they are free.
        stack.endLeftovers(PROGRESS);
        ports.complaint().ifPresent(complaint -> {
            throw new LocalFailure(complaint);
        });
        var serviceEnded = endWithUs(stack);
        stack.start(PROGRESS);
        stack.settings(ports, home.cursorKey()).forEach(System::setProperty);
        System.setProperty("barnstorm.certificates.key", home.certificateKey());
        System.setProperty("barnstorm.webhooks.keys", home.webhookKey());
        System.setProperty("barnstorm.certificates.address", "http://localhost:" + ports.http());
        PROGRESS.say("The service is starting");
        Quarkus.run(LocalApplication.class, (code, problem) -> end(code, problem, serviceEnded), args);
    }

    /** Quarkus leaves the telling to whoever wants to hear of the end. */
    private static void end(int code, Throwable problem, CountDownLatch serviceEnded) {
        if (problem != null) {
            System.err.println();
            System.err.println("The service did not start. The last cause is the one to look at:");
            problem.printStackTrace();
        }
        serviceEnded.countDown();
        System.exit(problem != null && code == 0 ? 1 : code);
    }

    /** Ends the servers when this process ends, the service first: its last requests still need the database. */
    private static CountDownLatch endWithUs(LocalStack stack) {
        var serviceEnded = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                if (stack.started()) serviceEnded.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            stack.close();
        }));
        return serviceEnded;
    }

    private static LocalDatabase.Options databaseOptions(Home home, Ports ports) {
        return new LocalDatabase.Options(home.in("postgres"), home.in("postgres-binaries"), ports.postgres());
    }

    private static LocalKeycloak.Options keycloakOptions(Home home, Ports ports) {
        return new LocalKeycloak.Options(
                home.keycloakDistribution(),
                home.in("keycloak-data"),
                LocalRealm.merged(home.realm()).withAppAt("http://localhost:" + ports.http()),
                ports.keycloak(),
                ports.keycloakManagement());
    }
}
