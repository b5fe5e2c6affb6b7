package org.barnstorm.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.barnstorm.access.Openings;
import org.barnstorm.testing.Contract;

/** The requests, one after the other: every operation in turn, and in each some of everything. */
final class Shots {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("\\{([^/}]+)}");
    /** Whoever asks to wait is made to wait. */
    private static final String PATIENCE = "wait";

    private static final String SELF = "self";
    private static final String FORGED = "forged";
    private static final List<String> MIGHTY = List.of("LEAD", "LEAD", "above", "ORGANISER", "TRAINER", "member");

    private final Contract contract;
    private final List<Contract.Operation> operations;
    private final Known known;
    private final Source supply;
    private final Values values;
    private final long seed;

    Shots(Contract contract, Known known, Source supply, long seed) {
        this.contract = contract;
        this.operations = contract.operations();
        this.known = known;
        this.supply = supply;
        this.values = new Values(contract, known);
        this.seed = seed;
    }

    /** A request and where it came from. */
    record Made(Shot shot, String row) {}

    Made make(int number) {
        var chance = new Chance(seed, number);
        var operation = operations.get(number % operations.size());
        var prepared = chance.in(65) ? supply.opening(operation.id(), chance) : null;
        var draft = prepared == null ? fromContract(operation, chance) : from(prepared.opening());
        sign(draft, prepared, chance);
        // A token that is not good is refused where none is needed, too.
        if (operation.isForEverybody() && !draft.caller.equals(FORGED)) draft.traits.remove(Shot.Trait.NOT_SIGNED_IN);
        spoil(draft, operation, chance);
        return new Made(
                draft.shot(number), prepared == null ? null : prepared.opening().row());
    }

    private static Draft from(Openings.Opening opening) {
        var draft = Draft.at(opening.operation(), opening.method().toUpperCase(Locale.ROOT), opening.path());
        opening.headers().forEach(draft::header);
        if (opening.contentType() != null) draft.header("Content-Type", opening.contentType());
        if (opening.body() instanceof String text) draft.text(text);
        else if (opening.body() != null) draft.json(JSON.valueToTree(opening.body()));
        return draft;
    }

    private Draft fromContract(Contract.Operation operation, Chance chance) {
        var path = PARAMETER.matcher(operation.path()).replaceAll(found -> {
            var schema = parameter(operation, "path", found.group(1)).path("schema");
            return escaped(values.of(schema, chance).asText());
        });
        var draft = new Draft(operation.id(), operation.method().toUpperCase(Locale.ROOT), path);
        for (var parameter : parameters(operation)) {
            var asked = parameter.path("in").asText().equals("query")
                    && (parameter.path("required").asBoolean() || chance.in(30));
            if (!asked) continue;
            var name = parameter.path("name").asText();
            var value = values.of(parameter.path("schema"), chance).asText();
            draft.ask(name, name.equals(PATIENCE) ? "1" : escaped(value));
        }
        var content = operation.node().path("requestBody").path("content").properties();
        if (!content.isEmpty()) {
            var media = content.iterator().next();
            draft.header("Content-Type", media.getKey());
            if (media.getKey().endsWith("json"))
                draft.json(values.of(media.getValue().path("schema"), chance));
            else draft.text("path,name\n" + known.group(chance) + ".f" + chance.word(9) + ",Fresh\n");
        }
        if (chance.in(70)) conditions(draft, operation, chance);
        return draft;
    }

    private void conditions(Draft draft, Contract.Operation operation, Chance chance) {
        var names = parameters(operation).stream()
                .map(parameter -> parameter.path("name").asText())
                .toList();
        var isNew = names.contains("If-None-Match") && chance.in(50);
        if (isNew) draft.header("If-None-Match", "*");
        else if (names.contains("If-Match")) draft.header("If-Match", "\"" + chance.below(3) + "\"");
    }

    private List<JsonNode> parameters(Contract.Operation operation) {
        return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                .map(contract::resolve)
                .toList();
    }

    private JsonNode parameter(Contract.Operation operation, String in, String name) {
        return parameters(operation).stream()
                .filter(each -> each.path("in").asText().equals(in)
                        && each.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Mostly by somebody who may get far. */
    private void sign(Draft draft, Openings.Prepared prepared, Chance chance) {
        var self = prepared == null ? null : prepared.tokenOfSelf();
        if (self != null && chance.in(50)) {
            draft.caller = SELF;
            draft.header("Authorization", "Bearer " + self);
            return;
        }
        draft.caller = chance.in(70) ? chance.of(MIGHTY) : chance.in(12) ? FORGED : chance.of(Openings.kinds());
        var token = draft.caller.equals(FORGED) ? forged(chance) : supply.token(draft.caller);
        if (token != null) draft.header("Authorization", "Bearer " + token);
        if (token == null || draft.caller.equals(FORGED)) draft.traits.add(Shot.Trait.NOT_SIGNED_IN);
    }

    /** Somebody's token in which a letter of the signature is another one. */
    private String forged(Chance chance) {
        var token = supply.token("LEAD");
        var at = token.lastIndexOf('.') + 20 + chance.below(100);
        var other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    private void spoil(Draft draft, Contract.Operation operation, Chance chance) {
        var spoilt = new Spoilings(draft, operation, contract, known, chance);
        var how = chance.below(100);
        if (how < 22) return;
        if (draft.body.length > 0 && how < 58) spoilt.body();
        else if (how < 70) spoilt.path();
        else if (how < 83) spoilt.query();
        else if (how < 96) spoilt.headers();
        else spoilt.method();
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
