package org.barnstorm.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settings without a service around. */
record Settings(List<String> secretKeys, Set<Integer> ports, Set<String> open, Duration answerWithin)
        implements WebhooksConfig {

    static Settings allowing(int... ports) {
        var all = java.util.Arrays.stream(ports).boxed().collect(java.util.stream.Collectors.toSet());
        return new Settings(List.of(), all, Set.of(), Duration.ofSeconds(2));
    }

    Settings withKeys(String... keys) {
        return new Settings(List.of(keys), ports, open, answerWithin);
    }

    Settings openFor(String host) {
        return new Settings(secretKeys, ports, Set.of(host), answerWithin);
    }

    @Override
    public Optional<List<String>> keys() {
        return Optional.of(secretKeys);
    }

    @Override
    public Optional<String> address() {
        return Optional.empty();
    }

    @Override
    public Optional<Set<String>> openHosts() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open);
    }

    @Override
    public Duration lookEvery() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int mostAtOnce() {
        return 16;
    }

    @Override
    public Duration connectWithin() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration giveUpAfter() {
        return Duration.ofDays(3);
    }

    @Override
    public Duration secretOverlap() {
        return Duration.ofDays(1);
    }

    @Override
    public Duration keepLog() {
        return Duration.ofDays(30);
    }
}
