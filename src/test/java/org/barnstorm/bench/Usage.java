package org.barnstorm.bench;

import java.util.Locale;

/** Processor time of the three parties on this machine, taken twice and subtracted. */
record Usage(long nanos, long service, long database, long generator) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Usage now(long servicePid, long postmaster) {
        return new Usage(
                System.nanoTime(),
                Machine.cpuMillis(servicePid),
                Machine.cpuMillisOfChildren(postmaster),
                Machine.cpuMillis(ProcessHandle.current().pid()));
    }

    Usage since(Usage before) {
        return new Usage(
                nanos - before.nanos,
                service - before.service,
                database - before.database,
                generator - before.generator);
    }

    double seconds() {
        return nanos / NANOS_PER_MILLI / 1000;
    }

    /** Milliseconds of processor time for each of so many operations. */
    String each(long operations) {
        return String.format(
                Locale.ROOT,
                "service %.2f, PostgreSQL %.2f, generator %.2f",
                (double) service / operations,
                (double) database / operations,
                (double) generator / operations);
    }
}
