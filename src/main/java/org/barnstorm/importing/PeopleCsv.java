package org.barnstorm.importing;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.barnstorm.platform.problem.Refusal;

/** A file being read, some lines at a time; never all of it in memory. */
final class PeopleCsv implements Closeable {
    private static final int MOST_COLUMNS = 500;
    private static final int LONGEST_CELL = 10_000;
    private static final int LONGEST_LINE = 100_000;

    private final CloseableIterator<CsvRecord> records;
    private final LineReader lines;
    private long position;
    private long line = 1;

    private PeopleCsv(CloseableIterator<CsvRecord> records, Function<Header, LineReader> reader, Layout layout) {
        this.records = records;
        try {
            if (!records.hasNext()) throw Refusal.malformed("malformed-csv", "The file is empty.");
            var titles = records.next().getFields();
            this.lines = reader.apply(new Header(titles, layout.columns(), layout.named()));
        } catch (CsvParseException e) {
            throw Refusal.malformed(
                    "malformed-csv",
                    "The first line is not CSV (RFC 4180) with up to " + MOST_COLUMNS + " columns: check its quotes.");
        }
    }

    /**
     * How to read a file.
     *
     * @param named fields whose column whoever uploaded named
     */
    record Layout(char separator, Columns columns, Set<Field> named, String region) {}

    /** Reads the first line; refuses a file that has not what it needs. */
    static PeopleCsv open(InputStream file, Layout layout) {
        var handler = CsvRecordHandler.of(limits ->
                limits.maxFields(MOST_COLUMNS).maxFieldSize(LONGEST_CELL).maxRecordSize(LONGEST_LINE));
        var reader = CsvReader.builder()
                .fieldSeparator(layout.separator())
                .detectBomHeader(true)
                .allowUnclosedQuote(false)
                // A line with too many or too few cells is a wrong line, not a wrong file.
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler, file);
        return new PeopleCsv(reader.iterator(), header -> new LineReader(header, layout.region()), layout);
    }

    /** How many lines with people were read. */
    long position() {
        return position;
    }

    /** The next lines; fewer than asked for when there are no more. */
    List<Draft> next(int most) {
        var drafts = new ArrayList<Draft>(most);
        try {
            while (drafts.size() < most && records.hasNext()) {
                var record = records.next();
                line = record.getStartingLineNumber();
                drafts.add(lines.read(line, record.getFields()));
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new BrokenFile(line);
        }
        position += drafts.size();
        return drafts;
    }

    /** Passes lines over that somebody else has read. */
    void skip(long count) {
        try {
            for (var i = 0L; i < count && records.hasNext(); i++) {
                line = records.next().getStartingLineNumber();
                position++;
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new BrokenFile(line);
        }
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
