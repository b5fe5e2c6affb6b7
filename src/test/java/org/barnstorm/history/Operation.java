package org.barnstorm.history;

import java.util.Optional;

/**
 * One thing that one client asked for, and what it knows about it.
 *
 * @param number rises with each operation of a recorder; with the client it is unique
 * @param client who asked; one client asks for one thing at a time or for many, as it likes
 * @param invoked when, before anything was sent: {@link System#nanoTime()}, which all processes of one machine share
 */
public record Operation(long number, String client, Ask ask, long invoked, Outcome outcome) {
    public Verb verb() {
        return ask.verb();
    }

    /** When its answer had been read; the end of time if it never was. */
    public long returned() {
        return outcome.returned();
    }

    public boolean isOk() {
        return outcome instanceof Outcome.Ok;
    }

    public boolean isUnknown() {
        return outcome instanceof Outcome.Unknown;
    }

    /** What it was told, if it was done. */
    public Optional<Answer> answer() {
        return outcome instanceof Outcome.Ok ok ? Optional.of(ok.answer()) : Optional.empty();
    }

    /** The code of the refusal; empty if there was none. */
    String code() {
        return outcome instanceof Outcome.Fail fail ? fail.code() : "";
    }
}
