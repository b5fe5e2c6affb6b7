package org.barnstorm.fuzz;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.barnstorm.testing.ContractFilter;

/** What is wrong with an answer: whatever was asked, and because of what was asked. */
final class Judge {
    /** What is no HTTP is refused where nobody knows yet what the contract is. */
    private static final Set<Integer> BY_THE_PARSER = Set.of(400, 413, 414, 417, 431);

    private static final List<String> INSIDES =
            List.of("Exception", "org.barnstorm.", "org.hibernate", "io.quarkus", "jakarta.", "SQLSTATE", "\tat ");

    private Judge() {}

    /** Nothing, if the answer may be given. */
    static List<String> findings(Shot shot, Reply reply) {
        var broken = shot.is(Shot.Trait.BROKEN_HTTP);
        if (reply.status() == 0) return broken ? List.of() : List.of("no answer, or none within a minute");
        if (reply.status() >= 500) return List.of("a failure of the service");
        var findings = new ArrayList<>(ofTraits(shot, reply));
        if (broken && BY_THE_PARSER.contains(reply.status())) return findings;
        if (!isAddress(shot.target()) && reply.status() == 400)
            return findings; // docs/api.md: by the HTTP server, empty
        if (shot.method().equals("OPTIONS")) return findings; // what may be done there; nothing was done
        findings.addAll(shot.method().equals("HEAD") ? ofHead(shot, reply) : ofContract(shot, reply));
        return findings;
    }

    /** Whether it can stand in a request line: a brace that nobody filled in cannot (RFC 3986). */
    private static boolean isAddress(String target) {
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static List<String> ofTraits(Shot shot, Reply reply) {
        var findings = new ArrayList<String>();
        var done = reply.isDone() && !shot.method().equals("OPTIONS");
        if (done && shot.is(Shot.Trait.UNKNOWN_FIELD)) findings.add("a field that is not known was taken");
        if (done && shot.is(Shot.Trait.FOREIGN_CURSOR)) findings.add("a cursor that is not its own was taken");
        if (done && shot.is(Shot.Trait.NOT_SIGNED_IN)) findings.add("somebody who has not signed in was let in");
        if (reply.header("access-control-allow-origin") != null) findings.add("another origin was let in");
        if (reply.header("x-evil") != null) findings.add("a header of the answer was written by the request");
        if (reply.headers().values().stream().flatMap(List::stream).anyMatch(value -> value.contains(Spoilings.EVIL))) {
            findings.add("an address that the request made up is in a header of the answer");
        }
        var text = reply.text();
        INSIDES.stream()
                .filter(word -> text.contains(word) && !shot.toString().contains(word))
                .forEach(word -> findings.add("the answer shows its insides: " + word));
        return findings;
    }

    private static List<String> ofHead(Shot shot, Reply reply) {
        var findings = ofContract(
                new Shot(
                        shot.number(),
                        shot.operation(),
                        shot.what(),
                        shot.caller(),
                        "GET",
                        shot.target(),
                        shot.headers(),
                        shot.body(),
                        shot.traits()),
                reply);
        return findings.stream()
                .filter(finding -> finding.startsWith("status "))
                .toList();
    }

    /** As it was written, or as the service may read it: without what is superfluous in an address. */
    private static List<String> ofContract(Shot shot, Reply reply) {
        var asWritten = ofContract(shot, shot.path(), reply);
        return asWritten.isEmpty()
                        || ofContract(shot, plain(shot.path()), reply).isEmpty()
                ? List.of()
                : asWritten;
    }

    private static List<String> ofContract(Shot shot, String path, Reply reply) {
        var names = Set.copyOf(reply.headers().keySet());
        return ContractFilter.findings(
                shot.method(), path, reply.status(), reply.header("content-type"), names, reply.body());
    }

    /** Without parameters in segments, empty segments, dots, and the slash at the end. */
    static String plain(String path) {
        var segments = new ArrayList<String>();
        for (var segment : Arrays.asList(path.split("/"))) {
            var name = segment.split(";", 2)[0].replaceAll("(?i)%2e", ".");
            if (name.equals("..") && !segments.isEmpty()) segments.remove(segments.size() - 1);
            if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) segments.add(name);
        }
        return segments.stream().collect(Collectors.joining("/", "/", ""));
    }
}
