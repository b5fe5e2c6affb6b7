package org.barnstorm.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.barnstorm.platform.Formula;

/** RFC 4180: the fields of the record are the columns. */
final class CsvLines implements Lines {
    private final List<RecordComponent> columns;
    private final CsvWriter csv;

    CsvLines(Class<? extends Record> row, OutputStream out) {
        this.columns = List.of(row.getRecordComponents());
        this.csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(columns.stream().map(RecordComponent::getName).toList());
    }

    @Override
    public void add(Record row) throws IOException {
        try {
            csv.writeRecord(
                    columns.stream().map(column -> cell(value(row, column))).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    private static Object value(Record row, RecordComponent column) {
        try {
            return column.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Rows of exports are public records", e);
        }
    }

    /** Numbers are numbers, negative ones too; all else is text that no spreadsheet may take for a formula. */
    private static String cell(Object value) {
        if (value == null) return "";
        if (value instanceof BigDecimal number) return number.toPlainString();
        return value instanceof Number number ? number.toString() : Formula.harmless(value.toString());
    }
}
