package org.barnstorm.access;

import static org.barnstorm.access.Attempt.act;
import static org.barnstorm.access.Attempt.csv;
import static org.barnstorm.access.Attempt.get;
import static org.barnstorm.access.Attempt.post;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.barnstorm.testing.Sql;

/** Files with people, and whom a group expects since. */
final class ImportSituations {
    private static final String FILE = "email\nada@example.org\n";

    private ImportSituations() {}

    static Map<String, Function<Scene, Attempt>> all() {
        Map<String, Function<Scene, Attempt>> all = new HashMap<>();
        all.put("importMembers", scene -> {
            makeRoom(scene);
            return csv("/groups/" + scene.town + "/imports", FILE);
        });
        all.put("listImports", scene -> {
            uploaded(scene);
            return get("/groups/" + scene.town + "/imports");
        });
        all.put("getImport", scene -> get("/imports/" + uploaded(scene)));
        all.put("startImport", scene -> act("post", "/imports/" + shown(scene) + "/start"));
        all.put("cancelImport", scene -> act("post", "/imports/" + uploaded(scene) + "/cancel"));
        all.put("getImportErrors", scene -> get("/imports/" + uploaded(scene) + "/errors"));
        all.put("listPossibleDuplicates", scene -> get("/imports/" + shown(scene) + "/duplicates"));
        all.put(
                "decidePossibleDuplicate",
                scene -> post("/imports/" + shown(scene) + "/duplicates/2", Map.of("decision", "NEW")));
        all.put("listContacts", scene -> {
            expected(scene);
            return get("/groups/" + scene.town + "/contacts");
        });
        all.put("forgetContact", scene -> act("delete", "/contacts/" + expected(scene)));
        return all;
    }

    /** A group has one import at a time. */
    private static void makeRoom(Scene scene) {
        Sql.column(UUID.class, """
                        select i.id from member_import i join local_group g on g.id = i.group_id
                        where g.path = ? and i.ended_at is null
                        """, scene.town)
                .forEach(id -> scene.keeper().act("/imports/{id}/cancel", id).statusCode(200));
    }

    private static String uploaded(Scene scene) {
        makeRoom(scene);
        return scene.keeper()
                .request()
                .contentType("text/csv")
                .body(FILE)
                .post("/groups/{path}/imports", scene.town)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** With one line, about which somebody has to decide: as the service would have it when it has checked the file. */
    private static String shown(Scene scene) {
        var id = uploaded(scene);
        Sql.run("update member_import set status = 'PREVIEW' where id = ?", UUID.fromString(id));
        Sql.run(
                "insert into import_line (import_id, line, verdict, email, of_line) values (?, 2, 'DUPLICATE', 'a@example.org', 3)",
                UUID.fromString(id));
        step(id, "opened", "CHECKING");
        step(id, "previewed", "PREVIEW");
        return id;
    }

    private static void step(String id, String step, String status) {
        Sql.run("""
                insert into journal (id, type, subject_type, subject_id, seq, horizon, group_id, group_path, request_id, data)
                select gen_random_uuid(), 'import.' || ?, 'import', subject_id, seq + 1, pg_current_xact_id(), group_id,
                       group_path, request_id, jsonb_set(data, '{status}', to_jsonb(cast(? as text)))
                from journal where subject_id = ? order by seq desc limit 1
                """, step, status, UUID.fromString(id));
    }

    private static String expected(Scene scene) {
        var id = UUID.randomUUID();
        Sql.run("""
                insert into contact (id, group_id, email, brought_at, expires_at)
                select ?, id, ?, now(), now() + interval '1 day' from local_group where path = ?
                """, id, id + "@example.org", scene.town);
        return id.toString();
    }
}
