package org.barnstorm.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What the clients of a simulation want next, by what they have been told: sensible, impatient and outdated things. */
final class SimulatedClients {
    private record Known(UUID hold, UUID member, long fence, String state) {}

    private record Sent(String client, Ask ask) {}

    private static final String ORGANISER = "organiser";

    private final UUID task;
    private final Random random;
    private final List<UUID> people = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Known> known = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private int key;

    SimulatedClients(UUID task, int members, Random random) {
        this.task = task;
        this.random = random;
        for (var i = 0; i < members; i++) {
            people.add(new UUID(random.nextLong(), random.nextLong()));
            names.add(i + "-phone");
            if (random.nextInt(3) == 0) names.add(i + "-laptop");
        }
        if (random.nextBoolean()) names.add(ORGANISER);
    }

    List<String> names() {
        return names;
    }

    UUID anybody() {
        return people.get(random.nextInt(people.size()));
    }

    /** Somebody tells; what is not heard is not known. */
    void learn(UUID hold, UUID member, long fence, String state, boolean heard) {
        if (!heard) return;
        known.removeIf(each -> each.hold().equals(hold));
        known.add(new Known(hold, member, fence, state == null ? "HELD" : state));
    }

    Ask next(String client) {
        var again = sent.stream().filter(each -> each.client().equals(client)).toList();
        if (!again.isEmpty() && random.nextInt(4) == 0)
            return again.get(again.size() - 1).ask();
        var ask = client.equals(ORGANISER)
                ? organising()
                : wish(people.get(Integer.parseInt(client.substring(0, client.indexOf('-')))));
        if (ask.verb().reads() || ask.verb() == Verb.CLAIM || random.nextInt(3) > 0) return ask;
        var keyed = ask.with("key-" + key++);
        sent.add(new Sent(client, keyed));
        return keyed;
    }

    private Ask wish(UUID member) {
        var own = known.stream().filter(each -> each.member().equals(member)).toList();
        if (own.isEmpty() || random.nextInt(4) == 0) {
            return random.nextInt(8) == 0 ? Ask.readTaken(task) : Ask.claim(task, member);
        }
        // Mostly the latest; now and then one that is long over.
        var hold = own.get(random.nextInt(4) == 0 ? random.nextInt(own.size()) : own.size() - 1);
        if (!Verb.holds(hold.state()) && random.nextInt(4) > 0) return Ask.claim(task, member);
        var verb = List.of(
                        hold.state().equals("OFFERED") ? Verb.ACCEPT : Verb.RELEASE,
                        hold.state().equals("OFFERED") ? Verb.DECLINE : Verb.COMPLETE,
                        Verb.RELEASE,
                        Verb.EXTEND,
                        Verb.READ_HOLD,
                        Verb.MOVE)
                .get(random.nextInt(6));
        return on(verb, hold);
    }

    private Ask organising() {
        if (known.isEmpty() || random.nextInt(4) == 0) {
            return random.nextInt(3) == 0 ? Ask.readTaken(task) : Ask.offer(task, anybody());
        }
        var hold = known.get(random.nextInt(known.size()));
        return on(
                List.of(Verb.VERIFY, Verb.VERIFY, Verb.REJECT, Verb.READ_HOLD, Verb.END)
                        .get(random.nextInt(5)),
                hold);
    }

    private Ask on(Verb verb, Known hold) {
        var fence = random.nextInt(12) == 0 ? hold.fence() + random.nextInt(3) - 1 : hold.fence();
        return switch (verb) {
            case READ_HOLD -> Ask.readHold(task, hold.hold());
            case VERIFY, REJECT, END, ACCEPT, DECLINE -> Ask.on(verb, task, hold.member(), hold.hold(), null);
            case MOVE -> Ask.move(task, hold.member(), hold.hold(), fence, anybody());
            default ->
                Ask.on(
                        verb,
                        task,
                        hold.member(),
                        verb == Verb.RELEASE && random.nextInt(6) == 0 ? null : hold.hold(),
                        fence);
        };
    }
}
