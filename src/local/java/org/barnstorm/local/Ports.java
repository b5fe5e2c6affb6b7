package org.barnstorm.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The ports of one stack. Everything listens on 127.0.0.1 only. */
public record Ports(int http, int management, int keycloak, int keycloakManagement, int postgres) {
    static final Ports USUAL = new Ports(8080, 9000, 8180, 8190, 54329);

    /** What each port is for, and the last part of the property {@code barnstorm.local.…-port} that changes it. */
    private record Use(String what, String name, int port) {
        String property() {
            return "barnstorm.local." + name + "-port";
        }
    }

    /** The usual ports, changed by {@code mvn -Prun -Dbarnstorm.local.http-port=8081} and its siblings. */
    static Ports configured() {
        return from(System::getProperty);
    }

    static Ports from(UnaryOperator<String> properties) {
        var ports = USUAL.uses().stream()
                .map(use -> number(use, properties.apply(use.property())))
                .toList();
        return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
    }

    /** Ports that nobody uses now. All are held until the last is known, so that no two are the same. */
    public static Ports free() {
        var held = new ArrayList<ServerSocket>();
        try {
            for (var i = 0; i < 5; i++) held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            var ports = held.stream().map(ServerSocket::getLocalPort).toList();
            for (var socket : held) socket.close();
            return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
        } catch (IOException e) {
            throw new LocalFailure("No free port on 127.0.0.1", e);
        }
    }

    /** The sentence for the first port that cannot be had, or nothing. */
    Optional<String> complaint() {
        var seen = new LinkedHashSet<Integer>();
        for (var use : uses()) {
            if (!seen.add(use.port())) {
                return Optional.of("Port %d is asked for twice, the second time for %s. %s"
                        .formatted(use.port(), use.what(), remedy(use)));
            }
            if (taken(use.port())) {
                return Optional.of("Port %d, meant for %s, is taken by another program. %s"
                        .formatted(use.port(), use.what(), remedy(use)));
            }
        }
        return Optional.empty();
    }

    private List<Use> uses() {
        return List.of(
                new Use("the API", "http", http),
                new Use("health and metrics", "management", management),
                new Use("Keycloak", "keycloak", keycloak),
                new Use("Keycloak's health", "keycloak-management", keycloakManagement),
                new Use("PostgreSQL", "postgres", postgres));
    }

    private static String remedy(Use use) {
        return "Stop that program or choose another port: mvn -Prun -D%s=%d".formatted(use.property(), use.port() + 1);
    }

    private static int number(Use use, String wanted) {
        if (wanted == null || wanted.isBlank()) return use.port();
        try {
            var port = Integer.parseInt(wanted.strip());
            if (port > 0 && port < 65_536) return port;
        } catch (NumberFormatException e) {
            // answered below, like a number outside the range
        }
        throw new LocalFailure("%s must be a port from 1 to 65535, not \"%s\"".formatted(use.property(), wanted));
    }

    private static boolean taken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
