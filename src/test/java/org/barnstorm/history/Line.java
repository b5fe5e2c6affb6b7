package org.barnstorm.history;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The lines of a log: which fields they have. */
final class Line {
    private Line() {}

    static Map<String, Object> of(Operation operation) {
        var line = event("invoke", operation.number());
        var ask = operation.ask();
        line.put("at", operation.invoked());
        line.put("client", operation.client());
        line.put("verb", ask.verb());
        line.put("task", ask.task());
        line.put("member", ask.member());
        line.put("hold", ask.hold());
        line.put("fence", ask.fence());
        line.put("to", ask.to());
        line.put("key", ask.key());
        return line;
    }

    static Map<String, Object> of(long number, Outcome outcome) {
        if (outcome instanceof Outcome.Ok ok) {
            var line = event("ok", number);
            line.put("at", ok.at());
            line.put("status", ok.status());
            answer(line, ok.answer());
            return line;
        }
        if (outcome instanceof Outcome.Fail fail) {
            var line = event("fail", number);
            line.put("at", fail.at());
            line.put("status", fail.status());
            line.put("code", fail.code());
            return line;
        }
        return event("unknown", number);
    }

    private static Map<String, Object> event(String event, long number) {
        var line = new LinkedHashMap<String, Object>();
        line.put("event", event);
        line.put("op", number);
        return line;
    }

    private static void answer(Map<String, Object> line, Answer answer) {
        line.put("hold", answer.hold());
        line.put("member", answer.member());
        line.put("fence", answer.fence());
        line.put("state", answer.state());
        if (answer.lease() != null) {
            line.put("leaseEarliest", answer.lease().earliest());
            line.put("leaseLatest", answer.lease().latest());
        }
        line.put("taken", answer.taken());
    }

    /** Makes operations of lines, and each id and name only once: a long history repeats them without end. */
    static final class Reader {
        private final Map<String, UUID> ids = new HashMap<>();
        private final Map<String, String> names = new HashMap<>();

        Operation operation(Map<String, Object> line) {
            var ask = new Ask(
                    Verb.valueOf((String) line.get("verb")),
                    id(line, "task"),
                    id(line, "member"),
                    id(line, "hold"),
                    (Long) line.get("fence"),
                    id(line, "to"),
                    (String) line.get("key"));
            return new Operation(number(line, "op"), name(line, "client"), ask, number(line, "at"), Outcome.UNKNOWN);
        }

        Outcome outcome(Map<String, Object> line) {
            return switch ((String) line.get("event")) {
                case "ok" -> new Outcome.Ok(number(line, "at"), (int) number(line, "status"), answer(line));
                case "fail" -> new Outcome.Fail(number(line, "at"), (int) number(line, "status"), name(line, "code"));
                case "unknown" -> Outcome.UNKNOWN;
                default -> throw new IllegalArgumentException("Not an event: " + line);
            };
        }

        private Answer answer(Map<String, Object> line) {
            var lease = line.containsKey("leaseEarliest")
                    ? new Lease(number(line, "leaseEarliest"), number(line, "leaseLatest"))
                    : null;
            var taken = line.containsKey("taken") ? (int) number(line, "taken") : null;
            return new Answer(
                    id(line, "hold"), id(line, "member"), (Long) line.get("fence"), name(line, "state"), lease, taken);
        }

        private UUID id(Map<String, Object> line, String field) {
            var text = (String) line.get(field);
            return text == null ? null : ids.computeIfAbsent(text, UUID::fromString);
        }

        private String name(Map<String, Object> line, String field) {
            var text = (String) line.get(field);
            return text == null ? null : names.computeIfAbsent(text, name -> name);
        }

        private static long number(Map<String, Object> line, String field) {
            return (Long) line.get(field);
        }
    }
}
