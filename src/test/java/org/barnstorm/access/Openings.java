package org.barnstorm.access;

import java.util.List;
import java.util.Map;
import org.barnstorm.testing.People;

/** For each row of the access matrix a request that would be done, as others may spoil it; and everybody who may send it. */
public final class Openings {
    private final Scene scene;

    /**
     * A request that somebody would be allowed.
     *
     * @param headers what makes it apply to the version that is there
     */
    public record Opening(
            String row, String method, String path, String contentType, Object body, Map<String, String> headers) {
        public String operation() {
            return row.split("/")[0];
        }
    }

    /** An opening and whom it concerns, if anybody. */
    public record Prepared(Opening opening, String tokenOfSelf) {}

    /** In a town of its own. */
    public Openings(People people) {
        scene = new Scene(people);
    }

    public static List<String> rows() {
        return AccessMatrix.rows().stream().map(AccessMatrix.Row::name).toList();
    }

    /** Every kind of caller but the one whom it concerns. */
    public static List<String> kinds() {
        return AccessMatrix.kinds().stream()
                .filter(kind -> !kind.equals("self"))
                .toList();
    }

    public Prepared prepare(String row) {
        var attempt = Situations.prepare(row, scene);
        var opening = new Opening(
                row, attempt.method(), attempt.path(), attempt.contentType(), attempt.body(), attempt.conditions());
        return new Prepared(
                opening, attempt.self() == null ? null : attempt.self().token());
    }

    /** What a caller of this kind sends; null for nobody. */
    public String token(String kind) {
        return scene.token(kind, null);
    }

    /** Groups that exist: the town, the one above and the one beside. */
    public List<String> groups() {
        return List.of(scene.town, scene.region, scene.beside, scene.quiet);
    }
}
