package org.barnstorm.webhook;

import java.util.concurrent.CompletionException;

/** Names of what went wrong, for logs: messages of exceptions can have addresses in them, and those are secrets. */
final class Failures {
    private Failures() {}

    static String name(Throwable e) {
        var cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        return cause.getClass().getName();
    }
}
