package org.barnstorm.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.barnstorm.local.Folders;
import org.barnstorm.local.Home;
import org.barnstorm.local.LocalDatabase;
import org.barnstorm.testing.Trusting;
import org.barnstorm.testing.Unlimited;

/** What the storm goes over: one PostgreSQL, two replicas of the packaged service, one issuer of tokens. */
final class Stack implements AutoCloseable {
    static final Path FOLDER = Path.of("target", "chaos").toAbsolutePath();

    /** How long the shortest lease is here; the API's own is an hour. */
    static final Duration BRIEF_LEASE = Duration.ofMillis(1_500);

    static final Duration GRACE = Duration.ofSeconds(1);

    /** Leases of an hour become ones of seconds, so that they run out while people work. */
    private static final String BRIEF_LEASES = """
            create function brief_lease() returns trigger language plpgsql as $$
            declare
                brief timestamptz := clock_timestamp() + interval '%d milliseconds';
            begin
                if new.lease_until between now() + interval '59 minutes' and now() + interval '61 minutes' then
                    new.expires_at := brief + (new.expires_at - new.lease_until);
                    new.warn_at := case when new.warn_at is not null then brief - interval '500 milliseconds' end;
                    new.lease_until := brief;
                end if;
                return new;
            end $$;
            create trigger brief_lease before insert or update of lease_until on assignment
                for each row execute function brief_lease();
            """.formatted(BRIEF_LEASE.toMillis());

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Issuer issuer = new Issuer();
    private final Postgres postgres;
    private final List<Replica> replicas;

    private Stack(Postgres postgres) {
        this.postgres = postgres;
        var settings = settings();
        this.replicas = List.of(new Replica(0, settings, FOLDER), new Replica(1, settings, FOLDER));
    }

    static Stack start() throws IOException, SQLException {
        Folders.delete(FOLDER);
        Files.createDirectories(FOLDER);
        var stack = new Stack(Postgres.create(FOLDER));
        // Whoever ends the suite half-way leaves nothing running.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        // The first one migrates, as the job does in production; from then on both only check.
        stack.replica(0).start(stack.migrating(), Map.of());
        stack.replica(0).awaitReady();
        stack.replica(1).start();
        try (var owner = stack.postgres.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(BRIEF_LEASES);
        }
        stack.replica(1).awaitReady();
        return stack;
    }

    private Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.management.host", "127.0.0.1");
        settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl());
        settings.put("quarkus.datasource.username", LocalDatabase.APP);
        settings.put("quarkus.datasource.password", LocalDatabase.APP_PASSWORD);
        settings.put("mp.jwt.verify.issuer", issuer.name());
        settings.put("mp.jwt.verify.publickey.location", issuer.keysAddress());
        settings.put("barnstorm.cursor-key", Home.newKey());
        settings.put("barnstorm.task.sweep-every", "1s");
        settings.put("barnstorm.task.grace", GRACE.toSeconds() + "s");
        settings.put("barnstorm.task.waitlist.offer", "2s");
        settings.put("barnstorm.task.waitlist.least", "1s");
        settings.put("barnstorm.task.waitlist.most", "100000");
        // Who claims all day has no chance to be trusted; limits are another test's.
        for (var limit : List.of("start", "least", "most")) settings.put("barnstorm.task.limits." + limit, "100000");
        settings.putAll(Trusting.settings());
        settings.putAll(Unlimited.settings());
        return settings;
    }

    private Map<String, String> migrating() {
        return Map.of(
                "quarkus.flyway.username",
                LocalDatabase.OWNER,
                "quarkus.flyway.password",
                LocalDatabase.OWNER_PASSWORD,
                "quarkus.flyway.migrate-at-start",
                "true",
                "quarkus.flyway.validate-at-start",
                "false");
    }

    Issuer issuer() {
        return issuer;
    }

    Postgres postgres() {
        return postgres;
    }

    Replica replica(int number) {
        return replicas.get(number);
    }

    List<Replica> replicas() {
        return replicas;
    }

    List<Integer> ports() {
        return replicas.stream().map(Replica::port).toList();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) return;
        replicas.forEach(Replica::close);
        postgres.close();
        issuer.close();
    }
}
