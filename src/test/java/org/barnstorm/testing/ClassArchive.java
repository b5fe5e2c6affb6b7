package org.barnstorm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.barnstorm.local.Home;

/**
 * The packaged service's classes as the JVM wants them in memory, written once as the image's build does it
 * (<a href="https://openjdk.org/jeps/350">JEP 350</a>): a start that does not have to read and check them again.
 */
public final class ClassArchive {
    private static final Map<String, String> NOWHERE = Map.of(
            "quarkus.http.host", "127.0.0.1",
            "quarkus.http.port", "0",
            "quarkus.management.host", "127.0.0.1",
            "quarkus.management.port", "0",
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none",
            "quarkus.datasource.username", "none",
            "quarkus.flyway.validate-at-start", "false",
            "mp.jwt.verify.issuer", "http://127.0.0.1:1",
            "mp.jwt.verify.publickey.location", "http://127.0.0.1:1",
            "barnstorm.cursor-key", Home.newKey());

    private ClassArchive() {}

    /**
     * Written beside the jar if it is not there yet, or older than the jar, or of another JDK.
     *
     * @param jar absolute: the JVM uses the archive only for this very path
     * @return the JVM's option that uses it
     */
    public static String option(Path jar) {
        var archive = jar.resolveSibling("app-cds-" + Runtime.version().feature() + ".jsa");
        try {
            if (Files.notExists(archive) || isOlder(archive, jar)) write(archive, jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return "-XX:SharedArchiveFile=" + archive;
    }

    private static boolean isOlder(Path archive, Path jar) throws IOException {
        return Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0;
    }

    /** Starts the service as the image's build does: with nothing that it needs, so that it ends by itself at the very last. */
    private static void write(Path archive, Path jar) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:ArchiveClassesAtExit=" + archive);
        NOWHERE.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (Files.notExists(archive)) throw new IllegalStateException("No class archive from " + jar);
    }
}
