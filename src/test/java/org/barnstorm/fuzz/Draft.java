package org.barnstorm.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A request while it is being made. */
final class Draft {
    final String operation;
    final List<Map.Entry<String, String>> headers = new ArrayList<>();
    final Set<Shot.Trait> traits = EnumSet.noneOf(Shot.Trait.class);
    /** Names and values as they will stand in the request line. */
    final List<Map.Entry<String, String>> query = new ArrayList<>();

    String method;
    String path;
    String caller;
    String what = "as it should be";
    byte[] body = {};
    /** The body as JSON; null where there is none, or other text. */
    JsonNode json;

    Draft(String operation, String method, String path) {
        this.operation = operation;
        this.method = method;
        this.path = path;
    }

    void json(JsonNode value) {
        json = value;
        body = Spoiler.bytes(value);
    }

    void text(String value) {
        body = value.getBytes(StandardCharsets.UTF_8);
    }

    /** One header of this name, and no other. */
    void header(String name, String value) {
        headers.removeIf(header -> header.getKey().equalsIgnoreCase(name));
        headers.add(Map.entry(name, value));
    }

    void ask(String name, String value) {
        query.removeIf(parameter -> parameter.getKey().equals(name));
        query.add(Map.entry(name, value));
    }

    /** Takes an address apart. */
    static Draft at(String operation, String method, String target) {
        var parts = target.split("\\?", 2);
        var draft = new Draft(operation, method, parts[0]);
        if (parts.length == 1) return draft;
        for (var parameter : parts[1].split("&")) {
            var pair = parameter.split("=", 2);
            draft.ask(pair[0], pair.length == 1 ? "" : pair[1]);
        }
        return draft;
    }

    Shot shot(int number) {
        var asked = new StringBuilder();
        for (var parameter : query) {
            asked.append(asked.isEmpty() ? '?' : '&').append(parameter.getKey());
            if (!parameter.getValue().equals(NO_VALUE)) asked.append('=').append(parameter.getValue());
        }

        return new Shot(
                number, operation, what, caller, method, path + asked, List.copyOf(headers), body, Set.copyOf(traits));
    }

    /** A parameter of which there is only the name. */
    static final String NO_VALUE = "\n";
}
