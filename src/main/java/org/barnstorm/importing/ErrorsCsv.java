package org.barnstorm.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongFunction;

/** The lines that brought nobody, as a file to repair them by; some at a time in memory. */
final class ErrorsCsv implements StreamingOutput {
    private final List<Line> first;
    private final LongFunction<List<Line>> after;

    /** @param first read before the answer begins, so that a refusal is one */
    ErrorsCsv(List<Line> first, LongFunction<List<Line>> after) {
        this.first = first;
        this.after = after;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        var csv = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out, StandardCharsets.UTF_8);
        csv.writeRecord("line", "reason", "explanation", "column", "cell");
        for (var page = first;
                !page.isEmpty();
                page = after.apply(page.get(page.size() - 1).line())) {
            page.forEach(line -> write(csv, ImportFault.of(line)));
        }
        csv.flush();
    }

    private static void write(CsvWriter csv, ImportFault fault) {
        csv.writeRecord(
                Long.toString(fault.line()), fault.reason().name(), fault.explanation(), fault.column(), fault.cell());
    }
}
