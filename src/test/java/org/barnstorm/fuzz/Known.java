package org.barnstorm.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What answers have told: ids of things that exist, and cursors with the list and the caller they belong to. */
final class Known {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MANY = 400;

    private final List<String> ids = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final Map<String, Cursor> cursors = new HashMap<>();

    /** Where a list goes on. */
    record Cursor(String operation, String caller, String value) {}

    void learn(Shot shot, JsonNode answer) {
        var next = answer.path("next");
        if (next.isTextual()) cursors.put(shot.operation(), new Cursor(shot.operation(), shot.caller(), next.asText()));
        collect(answer);
    }

    private void collect(JsonNode node) {
        if (node.isTextual() && ID.matcher(node.asText()).matches()) keep(ids, node.asText());
        node.forEach(this::collect);
    }

    /** The oldest makes room. */
    private static void keep(List<String> all, String one) {
        if (all.contains(one)) return;
        if (all.size() == MANY) all.remove(0);
        all.add(one);
    }

    void learnGroups(List<String> paths) {
        paths.forEach(path -> keep(groups, path));
    }

    String id(Chance chance) {
        return ids.isEmpty() || chance.in(15) ? chance.id().toString() : chance.of(ids);
    }

    String group(Chance chance) {
        return groups.isEmpty() ? "nowhere" : chance.of(groups);
    }

    List<Cursor> cursors() {
        return List.copyOf(cursors.values());
    }
}
