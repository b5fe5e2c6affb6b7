package org.barnstorm.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The git-ignored folder {@code .local} of a clone: unpacked servers, their data, and this clone's own secrets. */
public record Home(Path project) {
    private static final String REALM = "keycloak/barnstorm-realm.json";
    private static final Pattern DISTRIBUTION = Pattern.compile("keycloak-(\\d+(\\.\\d+)*)");

    private static final int SIGNING_BITS = 3072;

    /** The clone that the working directory lies in: Maven starts the program from a folder below it. */
    public static Home find() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(REALM))) return new Home(at);
        }
        throw new LocalFailure("Start this from inside a clone of Barnstorm: no " + REALM + " here or above");
    }

    public Path realm() {
        return project.resolve(REALM);
    }

    public Path in(String name) {
        return project.resolve(".local").resolve(name);
    }

    /** Keycloak as Maven unpacked it; the highest version, when an upgrade has left an older one beside it. */
    public Path keycloakDistribution() {
        try (var entries = Files.list(project.resolve(".local"))) {
            return entries.filter(entry -> version(entry).isPresent())
                    .max(Comparator.comparing(entry -> version(entry).orElseThrow()))
                    .orElseThrow(
                            () -> new LocalFailure("Keycloak is not unpacked yet: mvn generate-resources does it"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Runtime.Version> version(Path distribution) {
        var match = DISTRIBUTION.matcher(distribution.getFileName().toString());
        return match.matches() ? Optional.of(Runtime.Version.parse(match.group(1))) : Optional.empty();
    }

    /** Signs paging cursors, so that old cursors survive a restart. */
    String cursorKey() {
        return kept("cursor-key", Home::newKey).strip();
    }

    /** Signs certificates, so that old ones can be verified after a restart. In production operators make it. */
    String certificateKey() {
        return kept("certificate-key.pem", Home::newSigningKey);
    }

    /** Encrypts the secrets of webhooks, which are in the database that survives a restart. */
    String webhookKey() {
        return kept("webhook-key", Home::newKey).strip();
    }

    /** A secret of this clone: made once, kept, readable for its owner only. */
    private String kept(String name, Supplier<String> made) {
        var file = in(name);
        try {
            if (!Files.exists(file)) {
                var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Files.writeString(Files.createFile(file, owner), made.get());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newSigningKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(SIGNING_BITS);
            var key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    /** 32 random bytes in Base64. */
    public static String newKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /**
     * Makes this folder ours until the returned lock is closed or the process ends, and leaves our process id where
     * {@code kill} finds it. The lock says whether a stack runs here, not the id: ids are given again to other programs.
     */
    FileLock claim() {
        var pid = in("barnstorm.pid");
        try {
            Files.createDirectories(pid.getParent());
            var channel = FileChannel.open(in("barnstorm.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new LocalFailure("Barnstorm already runs from this folder. Stop it first: kill "
                        + Files.readString(pid).strip());
            }
            Files.writeString(pid, ProcessHandle.current().pid() + System.lineSeparator());
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
