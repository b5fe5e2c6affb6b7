package org.barnstorm.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One request, byte for byte.
 *
 * @param number the how-manieth, which with the seed says what is in it
 * @param what how it was spoilt, for reports
 * @param target path below the API and query, as they stand in the request line
 * @param traits what the answer must not be because of it
 */
record Shot(
        int number,
        String operation,
        String what,
        String caller,
        String method,
        String target,
        List<Map.Entry<String, String>> headers,
        byte[] body,
        Set<Trait> traits) {
    private static final int SHOWN = 600;

    /** What is special about a request. */
    enum Trait {
        /** It has a field that the operation does not know: never done. */
        UNKNOWN_FIELD,
        /** Its cursor was changed, or belongs to another list: never done. */
        FOREIGN_CURSOR,
        /** Its token is none, or not good: never done. */
        NOT_SIGNED_IN,
        /** It is not HTTP any more: refused before anybody could say why. */
        BROKEN_HTTP
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    Shot with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.removeIf(header -> header.getKey().equalsIgnoreCase(name));
        more.add(Map.entry(name, value));
        return new Shot(number, operation, what, caller, method, target, more, body, traits);
    }

    String header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** The address without what was asked of it. */
    String path() {
        return target.split("\\?", 2)[0];
    }

    /** Enough to send it again by hand; no token. */
    @Override
    public String toString() {
        var text = new String(body, StandardCharsets.UTF_8);
        var shown = headers.stream()
                .filter(header -> !header.getKey().toLowerCase(Locale.ROOT).equals("authorization"))
                .map(header -> header.getKey() + ": " + cut(header.getValue()))
                .toList();
        return "#%d %s as %s, %s: %s %s %s %s"
                .formatted(number, operation, caller, what, method, cut(target), shown, cut(text));
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + ")";
    }
}
