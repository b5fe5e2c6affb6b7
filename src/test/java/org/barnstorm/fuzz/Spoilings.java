package org.barnstorm.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.barnstorm.testing.Contract;

/** The ways in which one request can be made another than it should be. */
final class Spoilings {
    static final String EVIL = "evil.example";

    private final Draft draft;
    private final Contract.Operation operation;
    private final Contract contract;
    private final Known known;
    private final Chance chance;

    Spoilings(Draft draft, Contract.Operation operation, Contract contract, Known known, Chance chance) {
        this.draft = draft;
        this.operation = operation;
        this.contract = contract;
        this.known = known;
        this.chance = chance;
    }

    void body() {
        var spoiler = new Spoiler(chance);
        var broken = draft.json == null || chance.in(25);
        var spoilt = broken ? spoiler.breakText(draft.body) : spoiler.spoil(draft.json);
        draft.body = spoilt.body();
        draft.what = "body " + spoilt.what();
        if (spoilt.added() != null && !takes(spoilt.added())) draft.traits.add(Shot.Trait.UNKNOWN_FIELD);
    }

    /** What the contract leaves open, as bodies of others' conventions are, takes any field and leaves it alone. */
    private boolean takes(String field) {
        var content = operation.node().path("requestBody").path("content").properties();
        return content.stream()
                .map(media -> contract.resolve(media.getValue().path("schema")))
                .anyMatch(schema -> schema.path("properties").has(field)
                        || schema.path("additionalProperties").asBoolean(true));
    }

    /** Another thing than was meant, or none at all. */
    void path() {
        var parts = new ArrayList<>(Arrays.asList(draft.path.split("/")));
        var template = operation.path().split("/");
        var places = new ArrayList<Integer>();
        for (int i = 1; i < parts.size(); i++) {
            if (template[i].startsWith("{")) places.add(i);
        }
        if (places.isEmpty() || chance.in(15)) {
            surround();
            return;
        }
        var part = chance.in(25) ? known.id(chance) : chance.of(Hostile.PARTS);
        parts.set(chance.of(places), part);
        draft.path = String.join("/", parts);
        draft.what = "path with " + (part.length() > 40 ? part.length() + " letters" : part);
    }

    private void surround() {
        draft.path = chance.of(List.of(
                draft.path + "/",
                "/" + draft.path,
                draft.path + ";jsessionid=1",
                draft.path + "%20",
                draft.path + "/%2e%2e",
                "/%2e" + draft.path,
                draft.path + "%00",
                draft.path + ".json"));
        draft.what = "path with something round it";
    }

    void query() {
        var names = StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                .map(contract::resolve)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
        if (names.contains("cursor") && chance.in(35)) {
            cursor();
        } else if (names.isEmpty() || chance.in(20)) {
            draft.query.add(unasked(names));
            draft.what = "query with something else";
        } else {
            var name = chance.of(names);
            var value = chance.of(Hostile.QUERY_VALUES);
            draft.ask(name, value);
            draft.what = "query " + name + "=" + (value.length() > 40 ? value.length() + " letters" : value);
        }
    }

    private Map.Entry<String, String> unasked(List<String> names) {
        return chance.of(List.of(
                Map.entry("x" + chance.word(4), "1"),
                Map.entry("limit", "7"),
                Map.entry("limit[]", "7"),
                Map.entry("Limit", "7"),
                Map.entry("%00", "1"),
                Map.entry("%ff", "1"),
                Map.entry("", "1"),
                Map.entry("admin", "true"),
                Map.entry("_method", "DELETE"),
                Map.entry(names.isEmpty() ? "sort" : names.get(0), Draft.NO_VALUE)));
    }

    /** A cursor in which a letter is another one, or that was given to another list or to somebody else (T-36). */
    private void cursor() {
        var all = known.cursors();
        var caller = draft.caller;
        if (all.isEmpty()) {
            draft.ask("cursor", "eyJrIjpbIjAxOTlkNmYwIl19.m8Qx");
        } else {
            var cursor = chance.of(all);
            var same = cursor.operation().equals(draft.operation)
                    && cursor.caller().equals(caller);
            draft.ask("cursor", same || chance.in(50) ? changed(cursor.value()) : cursor.value());
        }
        draft.traits.add(Shot.Trait.FOREIGN_CURSOR);
        draft.what = "a cursor that is not its own";
    }

    /** Not the last letter: of its bits some may not count. */
    private String changed(String cursor) {
        var at = chance.below(Math.max(1, cursor.length() - 4));
        return cursor.substring(0, at) + (cursor.charAt(at) == 'A' ? 'B' : 'A') + cursor.substring(at + 1);
    }

    void headers() {
        switch (chance.below(10)) {
            case 0 -> set("If-Match", chance.of(Hostile.VERSIONS));
            case 1 -> set("If-None-Match", chance.of(Hostile.VERSIONS));
            case 2 -> set("Idempotency-Key", chance.in(50) ? "one for all" : chance.of(Hostile.KEYS));
            case 3 -> set("Accept", chance.of(Hostile.ACCEPTS));
            case 4 -> set("Content-Type", chance.of(Hostile.CONTENT_TYPES));
            case 5 -> set("X-Request-Id", chance.of(List.of("a b", "<x>", "\u00e9", "x".repeat(100), "", "${x}")));
            case 6 -> elsewhere();
            case 7 -> odd();
            case 8 -> authorization();
            default -> brokenHttp();
        }
    }

    private void set(String name, String value) {
        draft.header(name, value);
        draft.what = name + " " + (value.length() > 40 ? value.length() + " letters" : value);
    }

    /** Whoever writes these wants to be taken for another, or answered elsewhere (T-37, T-38). */
    private void elsewhere() {
        var name = chance.of(List.of(
                "Origin",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-For",
                "X-Forwarded-Prefix",
                "Forwarded"));
        set(
                name,
                switch (name) {
                    case "Origin" -> chance.of(List.of("https://" + EVIL, "null", "http://localhost." + EVIL));
                    case "X-Forwarded-Proto" -> "gopher";
                    case "Forwarded" -> "for=127.0.0.1;host=" + EVIL + ";proto=https";
                    default -> EVIL;
                });
    }

    private void odd() {
        var odd = chance.of(List.of(
                Map.entry("X-HTTP-Method-Override", "DELETE"),
                Map.entry("X-Original-URL", "/q/metrics"),
                Map.entry("Range", "bytes=0-1"),
                Map.entry("Accept-Language", "x".repeat(300) + ";q=2"),
                Map.entry("Accept-Encoding", "zip, *;q=0"),
                Map.entry("Cookie", "a=" + "b".repeat(3000)),
                Map.entry("Prefer", "respond-async"),
                Map.entry("If-Modified-Since", "yesterday"),
                Map.entry("traceparent", "00-0-0-00")));
        set(odd.getKey(), odd.getValue());
    }

    private void authorization() {
        var value =
                chance.of(List.of("", "Bearer", "Bearer ", "Bearer a.b.c", "Basic YTpi", "Bearer ..", "Negotiate x"));
        set("Authorization", value);
        if (!operation.isForEverybody()) draft.traits.add(Shot.Trait.NOT_SIGNED_IN);
    }

    private void brokenHttp() {
        draft.traits.add(Shot.Trait.BROKEN_HTTP);
        switch (chance.below(6)) {
            case 0 -> draft.header("X-Large", "x".repeat(17 * 1024));
            case 1 -> draft.header("X-Nul", "a\u0000b");
            case 2 -> draft.header("Content-Length", "-1");
            case 3 -> draft.ask("x", "y".repeat(5000));
            case 4 -> draft.path += "%zz";
            default -> draft.header("Bad Name", "x");
        }
        draft.what = "no good HTTP";
    }

    void method() {
        draft.method = chance.of(List.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "POST", "PATCH", "DELETE", "BREW"));
        draft.what = "method " + draft.method;
    }
}
