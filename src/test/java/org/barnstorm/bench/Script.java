package org.barnstorm.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.barnstorm.bench.StatementLog.Executed;
import org.barnstorm.platform.Ids;

/**
 * The statements of one claim, ready to be executed for others: what was this person's, this task's or made for this
 * claim has become a variable.
 */
final class Script {
    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern PLACE = Pattern.compile("\\$\\d+");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** One statement as JDBC wants it; {@code commit} says that the transaction ends after it. */
    record Step(String sql, List<String> parameters, boolean commit) {}

    private final List<Step> steps;
    private final Set<String> fresh;

    private Script(List<Step> steps, Set<String> fresh) {
        this.steps = steps;
        this.fresh = fresh;
    }

    /** Which of these claims took the same statements as most others did; at least two. */
    static List<Integer> mostAlike(List<List<Executed>> claims) {
        return IntStream.range(0, claims.size())
                .boxed()
                .collect(Collectors.groupingBy(i -> texts(claims.get(i))))
                .values()
                .stream()
                .filter(alike -> alike.size() > 1)
                .max(Comparator.comparing(List::size))
                .orElseThrow(() -> new IllegalStateException("Each claim took other statements: " + claims));
    }

    /**
     * @param executed the statements of one claim
     * @param own its values by the names of the variables that they become
     * @param other the statements of another claim: an id that is in both is nobody's own
     */
    static Script of(List<Executed> executed, Map<String, String> own, List<Executed> other) {
        if (!texts(executed).equals(texts(other))) {
            throw new IllegalStateException("Two claims took different statements: " + executed + " and " + other);
        }
        var names = new HashMap<String, String>();
        own.forEach((name, value) -> names.put(value, name));
        var fresh = new LinkedHashSet<String>();
        var common = ids(other);
        for (var id : ids(executed)) {
            if (common.contains(id) || names.containsKey(id)) continue;
            var name = "fresh" + fresh.size();
            fresh.add(name);
            names.put(id, name);
        }
        return new Script(steps(executed, names), fresh);
    }

    private static List<Step> steps(List<Executed> executed, Map<String, String> names) {
        var steps = new ArrayList<Step>();
        var inTransaction = false;
        for (var each : executed) {
            if (each.ends()) {
                var last = steps.remove(steps.size() - 1);
                steps.add(new Step(last.sql(), last.parameters(), true));
            } else if (!each.begins()) {
                steps.add(step(each, names, !inTransaction));
            }
            inTransaction = !each.ends() && (inTransaction || each.begins());
        }
        return steps;
    }

    private static Step step(Executed executed, Map<String, String> names, boolean commit) {
        var parameters = new ArrayList<String>();
        for (var value : executed.parameters()) parameters.add(named(value, names));
        // A question mark that is an operator is doubled for JDBC; the driver makes $1, $2, … of single ones.
        return new Step(PLACE.matcher(executed.sql().replace("?", "??")).replaceAll("?"), parameters, commit);
    }

    private static String named(String value, Map<String, String> names) {
        if (value == null) return null;
        for (var each : names.entrySet()) value = value.replace(each.getKey(), "{" + each.getValue() + "}");
        return value;
    }

    private static List<String> texts(List<Executed> executed) {
        return executed.stream().map(Executed::sql).toList();
    }

    private static Set<String> ids(List<Executed> executed) {
        var found = new LinkedHashSet<String>();
        for (var each : executed) {
            for (var value : each.parameters()) {
                if (value != null) UUIDS.matcher(value).results().forEach(result -> found.add(result.group()));
            }
        }
        return found;
    }

    List<Step> steps() {
        return steps;
    }

    int transactions() {
        return (int) steps.stream().filter(Step::commit).count();
    }

    /** The values of a claim's variables with new ones for what each claim makes. */
    Map<String, String> with(Map<String, String> known) {
        var values = new HashMap<>(known);
        for (var name : fresh) values.put(name, Ids.next().toString());
        return values;
    }

    static String fill(String template, Map<String, String> values) {
        if (template == null || template.indexOf('{') < 0) return template;
        return VARIABLE.matcher(template).replaceAll(variable -> values.get(variable.group(1)));
    }

    /** One statement per line, for the report. */
    String listing() {
        return steps.stream()
                .map(step -> step.sql().replaceAll("\\s+", " ").strip() + (step.commit() ? "; commit" : ""))
                .collect(Collectors.joining("\n"));
    }

    /** The values that are a claim's own, by the names of their variables. */
    static Map<String, String> variables(World world, Deck.Claim claim, String requestId) {
        var town = world.townOf(claim.member());
        return Map.of(
                "member", World.id(World.Kind.MEMBER, claim.member()).toString(), // the account has the same id here
                "task", World.id(World.Kind.TASK, claim.task()).toString(),
                "group", World.id(World.Kind.GROUP, town).toString(),
                "path", world.path(town),
                "request", requestId);
    }
}
