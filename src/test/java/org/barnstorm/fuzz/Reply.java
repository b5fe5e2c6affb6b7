package org.barnstorm.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What came back; status 0 when the connection was closed without an answer. */
record Reply(int status, Map<String, List<String>> headers, byte[] body) {
    static final Reply NONE = new Reply(0, Map.of(), new byte[0]);

    String header(String name) {
        var values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    boolean isDone() {
        return status / 100 == 2;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The contract says to send the same once more. */
    boolean meansAgain() {
        return status == 409 && text().contains("\"/problems/busy\"")
                || status == 503 && text().contains("\"/problems/unavailable\"");
    }

    @Override
    public String toString() {
        var text = text();
        return status + " " + (text.length() <= 800 ? text : text.substring(0, 800) + "…");
    }
}
