package org.barnstorm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongPredicate;

/** What Linux tells of this machine and of the processes on it. */
final class Machine {
    private static final Path PROC = Path.of("/proc");
    private static final double KIBI_IN_MEBI = 1024;
    private static final int MILLIS_PER_TICK = 10;

    private Machine() {}

    static String describe() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GiB of memory, Linux %s",
                value(PROC.resolve("cpuinfo"), "model name", ":"),
                Runtime.getRuntime().availableProcessors(),
                kibi(PROC.resolve("meminfo"), "MemTotal") / KIBI_IN_MEBI / 1024,
                System.getProperty("os.version"));
    }

    /** How many processes wanted a core in the last minute: more than none before a run means that others work here. */
    static String load() {
        return read(PROC.resolve("loadavg")).split(" ")[0];
    }

    /** Resident memory of a process, in MiB. */
    static double residentMebi(long pid) {
        return kibi(process(pid).resolve("status"), "VmRSS") / KIBI_IN_MEBI;
    }

    /** Processor time of a process so far. */
    static long cpuMillis(long pid) {
        return fields(pid).length == 0 ? 0 : cpu(fields(pid));
    }

    /** Processor time so far of all processes that have this parent. */
    static long cpuMillisOfChildren(long parent) {
        return sum(ppid -> ppid == parent);
    }

    private static long sum(LongPredicate ofParent) {
        try (var processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            var millis = 0L;
            for (var process : processes) {
                var fields = fields(Long.parseLong(process.getFileName().toString()));
                if (fields.length > 0 && ofParent.test(Long.parseLong(fields[1]))) millis += cpu(fields);
            }
            return millis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields of proc_pid_stat(5) from the third, the state, on; none if the process has ended. */
    private static String[] fields(long pid) {
        try {
            var text = Files.readString(process(pid).resolve("stat"));
            return text.substring(text.lastIndexOf(')') + 2).split(" ");
        } catch (IOException e) {
            return new String[0];
        }
    }

    private static long cpu(String[] fields) {
        var user = Long.parseLong(fields[11]);
        var system = Long.parseLong(fields[12]);
        return (user + system) * MILLIS_PER_TICK;
    }

    private static Path process(long pid) {
        return PROC.resolve(Long.toString(pid));
    }

    private static double kibi(Path file, String name) {
        return Double.parseDouble(value(file, name, ":").replace("kB", "").strip());
    }

    private static String value(Path file, String name, String separator) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(separator) + 1).strip())
                .findFirst()
                .orElse("0");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
