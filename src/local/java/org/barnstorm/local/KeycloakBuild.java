package org.barnstorm.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Keycloak is a Quarkus program that rebuilds itself when certain options change, which takes longer than starting it.
 * This does it once per version and set of options, in a folder of its own: the unpacked distribution stays as Maven
 * left it, and a test and a laptop run can start from the same build at the same time.
 */
final class KeycloakBuild {
    private static final List<String> OPTIONS = List.of("--db=dev-file", "--health-enabled=true");

    /** Folders that a build or a running server only reads. */
    private static final List<String> SHARED = List.of("bin", "conf", "providers", "themes");

    private static final List<String> JVM = List.of(
            // A start is over before the second compiler has paid for itself: 7 s instead of 12 on two cores.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xms128m",
            "-Xmx512m",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private KeycloakBuild() {}

    /** The folder with Keycloak built for us, beside the distribution. */
    static synchronized Path of(Path distribution, Progress progress) throws IOException, InterruptedException {
        var options = String.join(" ", OPTIONS).getBytes(StandardCharsets.UTF_8);
        var built = distribution.resolveSibling("built-" + distribution.getFileName() + "-" + LocalRealm.hash(options));
        if (Files.isDirectory(built)) return built;
        var lock = distribution.resolveSibling("built-keycloak.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // the tests and a laptop run may both need it now
            if (!Files.isDirectory(built)) {
                progress.say("Building Keycloak, once for this clone (about half a minute)");
                var work = distribution.resolveSibling("built-keycloak.unfinished");
                Folders.delete(work);
                copy(distribution, work);
                build(work);
                Files.move(work, built); // appears at once and whole
            }
        }
        return built;
    }

    private static void copy(Path distribution, Path work) throws IOException {
        Files.createDirectories(work.resolve("lib"));
        link(distribution, work);
        for (var part : List.of("app", "lib")) {
            relink(
                    work.resolve("lib").resolve(part),
                    distribution.resolve("lib").resolve(part));
        }
        Folders.copy(distribution.resolve("lib/quarkus"), work.resolve("lib/quarkus"));
        Files.copy(distribution.resolve("lib/quarkus-run.jar"), work.resolve("lib/quarkus-run.jar"));
    }

    /** A server's own folder: its data is a real folder, all else points to the build. */
    static void instance(Path built, Path home) throws IOException {
        Files.createDirectories(home);
        link(built, home);
        relink(home.resolve("lib"), built.resolve("lib"));
    }

    /** Runs Java itself instead of {@code kc.sh}: a signal then reaches Keycloak, and not a shell in front of it. */
    static ProcessBuilder command(Path home, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.add("-cp");
        command.add(home.resolve("lib/quarkus-run.jar").toString());
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        // Someone's settings for another Keycloak must not reach this one.
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.equals("JAVA_TOOL_OPTIONS"));
        return builder;
    }

    private static void build(Path home) throws IOException, InterruptedException {
        var arguments = new ArrayList<String>();
        arguments.add("build");
        arguments.addAll(OPTIONS);
        var process = command(home, arguments).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        String output;
        try (var stream = process.getInputStream()) {
            output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (process.waitFor() != 0) {
            throw new LocalFailure("Keycloak could not be built:" + System.lineSeparator() + output);
        }
    }

    private static void link(Path from, Path to) throws IOException {
        for (var name : SHARED) relink(to.resolve(name), from.resolve(name));
    }

    private static void relink(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }
}
