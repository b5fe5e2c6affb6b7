package org.barnstorm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.bench.World.Kind;

/**
 * Fills the database: one of each kind is made through the API, as people would, and copied in SQL, journal included. So
 * all invariants hold from the start.
 */
final class Seed {
    /** A town for a task that everybody wants. */
    static final String HERD_TOWN = World.region(0) + ".herd";

    private static final String MODEL_TOWN = World.region(0) + ".model";
    private static final int MORE_PLACES_THAN_PEOPLE = 500;

    private final World world;
    private final Badges badges;
    private final Api api;
    private final Connection owner;

    Seed(World world, Badges badges, Api api, Connection owner) {
        this.world = world;
        this.badges = badges;
        this.api = api;
        this.owner = owner;
    }

    void run() throws SQLException {
        var lead = badges.lead();
        tree(lead);
        var model = badges.newcomer();
        var membership = api.put(model.token(), "/groups/" + MODEL_TOWN + "/membership");
        var member = api.get(model.token(), "/me").path("id").asText();
        var task = openTask(lead, MODEL_TOWN, MORE_PLACES_THAN_PEOPLE);
        var town = groupId();
        towns(town);
        members(town, member, model.subject(), membership.path("id").asText());
        tasks(town, task);
    }

    private void tree(String lead) {
        var admin = badges.admin();
        api.post(admin, "/groups", Map.of("path", World.MOVEMENT, "name", "Bench"));
        var leadId = api.get(lead, "/me").path("id").asText();
        api.post(admin, "/mandates", Map.of("memberId", leadId, "group", World.MOVEMENT, "role", "LEAD"));
        for (var i = 0; i < Plan.REGIONS; i++) group(lead, World.region(i), 50 + i / 2.0);
        group(lead, MODEL_TOWN, 51);
        group(lead, HERD_TOWN, 51);
    }

    private JsonNode group(String lead, String path, double latitude) {
        var location = Map.of("type", "Point", "coordinates", new double[] {-1.5, latitude});
        return api.post(lead, "/groups", Map.of("path", path, "name", "Group " + path, "location", location));
    }

    /** The id of a new task that can be claimed. */
    UUID openTask(String lead, String group, int capacity) {
        var location = Map.of("type", "Point", "coordinates", new double[] {-1.5, 51});
        var wanted = new LinkedHashMap<String, Object>();
        wanted.put("group", group);
        wanted.put("title", "Leaflets in the streets behind the station");
        wanted.put("instructions", "Meet at **10:00**. Bring water and good shoes. ".repeat(8));
        wanted.put("capacity", capacity);
        wanted.put("place", Map.of("name", "The station", "location", location));
        wanted.put("effortMinutes", 90);
        var id = api.post(lead, "/tasks", wanted).path("id").asText();
        api.post(lead, "/tasks/" + id + "/publish", Map.of());
        return UUID.fromString(id);
    }

    private UUID groupId() throws SQLException {
        try (var statement = owner.prepareStatement("select id from local_group where path = ?")) {
            statement.setString(1, MODEL_TOWN);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    private void towns(UUID model) throws SQLException {
        var region =
                "(select id from local_group where path = '%s.r' || n %% %d)".formatted(World.MOVEMENT, Plan.REGIONS);
        var clones =
                new Clones(owner, Map.of(model.toString(), idSql(Kind.GROUP, "n"), MODEL_TOWN, path("n")), towns());
        var changes = new HashMap<>(World.placeSql("n"));
        changes.put("parent_id", region);
        changes.put("slug", "'t' || n");
        clones.of("local_group", "id = '" + model + "'", changes);
        clones.journal(Kind.GROUP, model);
    }

    private void members(UUID town, String member, String subject, String membership) throws SQLException {
        var renamed = inTown(town);
        renamed.put(member, idSql(Kind.MEMBER, "n"));
        renamed.put(subject, idSql(Kind.MEMBER, "n"));
        renamed.put(membership, idSql(Kind.MEMBERSHIP, "n"));
        var clones = new Clones(owner, renamed, world.plan().members());
        var ofModel = "member_id = '" + member + "'";
        clones.of("member", "id = '" + member + "'", Map.of());
        clones.of("identity", ofModel, Map.of());
        clones.of("person", ofModel, Map.of("name", "'Member ' || n", "email", "'member' || n || '@example.org'"));
        clones.of("membership", ofModel, Map.of());
        clones.journal(Kind.MEMBER, member);
        clones.journal(Kind.MEMBERSHIP, membership);
    }

    private void tasks(UUID town, UUID task) throws SQLException {
        var renamed = inTown(town);
        renamed.put(task.toString(), idSql(Kind.TASK, "n"));
        var clones = new Clones(owner, renamed, world.plan().tasks());
        var changes = new HashMap<>(World.placeSql("(n % " + towns() + ")"));
        changes.put("title", "'Leaflets in the streets behind station ' || n");
        clones.of("task", "id = '" + task + "'", changes);
        clones.journal(Kind.TASK, task);
    }

    /** What is said of the model's town becomes true of the town that the copy is dealt to. */
    private Map<String, String> inTown(UUID model) {
        var town = "n % " + towns();
        var renamed = new LinkedHashMap<String, String>();
        renamed.put(model.toString(), idSql(Kind.GROUP, town));
        renamed.put(MODEL_TOWN, path("(" + town + ")"));
        return renamed;
    }

    private static String idSql(Kind kind, String number) {
        return World.idSql(kind.ordinal(), number);
    }

    private static String path(String number) {
        return "'%s.r' || %s %% %d || '.t' || %2$s".formatted(World.MOVEMENT, number, Plan.REGIONS);
    }

    private int towns() {
        return world.plan().towns();
    }
}
