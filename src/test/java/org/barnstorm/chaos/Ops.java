package org.barnstorm.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.barnstorm.chaos.client.About;
import org.barnstorm.chaos.client.Op;
import org.barnstorm.chaos.client.Told;
import org.barnstorm.chaos.client.Verb;

/** A history as the clients wrote it, in the order in which answers came. */
record Ops(List<Op> all) {
    static Ops read(Path file) throws IOException {
        var ids = new HashMap<UUID, UUID>();
        var kinds = new HashMap<String, String>();
        var all = new ArrayList<Op>();
        try (var lines = new ObjectMapper().readerFor(Op.class).<Op>readValues(file.toFile())) {
            while (lines.hasNext()) all.add(shared(lines.next(), ids, kinds));
        }
        return new Ops(all);
    }

    /** A million operations speak of few people and fewer ways to be refused. */
    private static Op shared(Op op, Map<UUID, UUID> ids, Map<String, String> kinds) {
        var about = op.about();
        var slim = new About(
                one(ids, about.task()),
                one(ids, about.member()),
                about.hold(),
                about.sent(),
                one(ids, about.to()),
                about.key(),
                about.places(),
                about.brief(),
                about.awaited());
        var told = op.told() == null
                ? null
                : new Told(
                        op.told().id(),
                        op.told().fence(),
                        one(kinds, op.told().state()),
                        one(kinds, op.told().source()),
                        op.told().lease());
        return new Op(op.verb(), slim, told, op.outcome(), one(kinds, op.kind()), op.replica(), op.began(), op.ended());
    }

    private static <T> T one(Map<T, T> known, T value) {
        return value == null ? null : known.computeIfAbsent(value, itself -> itself);
    }

    Stream<Op> of(Verb verb) {
        return all.stream().filter(op -> op.verb() == verb);
    }

    /** By task; reads of oneself belong to none. */
    Map<UUID, List<Op>> byTask() {
        return all.stream().filter(op -> op.task() != null).collect(Collectors.groupingBy(Op::task));
    }
}
