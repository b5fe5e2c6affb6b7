package org.barnstorm.group;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.ImportReport.RowError;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.problem.Refusal;

/**
 * Reads groups from CSV (RFC 4180, UTF-8, with a header). Each row becomes a group to be made or says, cell by cell,
 * why not. {@code region} names the group above where that has to be made, {@code ons_code} is the external id, so that
 * the constituency file of the Office for National Statistics goes in as it is.
 */
final class GroupCsv {
    private static final Set<String> REQUIRED = Set.of("path", "name");
    private static final Set<String> KNOWN = Set.of(
            "path",
            "name",
            "region",
            "ons_code",
            "external_id",
            "electorate",
            "latitude",
            "longitude",
            "zone",
            "join_policy");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_NUMBER = 20;

    /** A good row; the name of the group above may be null. */
    record Row(long line, NewGroup group, String parentName) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();
    private final Set<Long> badLines = new HashSet<>();
    private final Set<GroupPath> seen = new HashSet<>();
    private List<String> header = List.of();
    private int count;

    private GroupCsv() {}

    static GroupCsv read(String text) {
        var csv = new GroupCsv();
        var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (var lines = CsvReader.builder().ofCsvRecord(plain);
                var reader = CsvReader.builder()
                        .extraFieldStrategy(
                                FieldMismatchStrategy
                                        .IGNORE) // a row with too many or too few cells is a wrong row, not a wrong
                        // file
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofNamedCsvRecord(plain)) {
            csv.checkHeader(lines.stream().findFirst().map(CsvRecord::getFields).orElse(List.of()));
            for (var row : reader) csv.take(row);
        } catch (CsvParseException e) {
            throw Refusal.malformed("malformed-csv", "The text is not CSV (RFC 4180): check the quotes near the end.");
        } catch (java.io.IOException e) {
            throw new IllegalStateException("Text in memory is always readable", e);
        }
        return csv;
    }

    List<Row> rows() {
        return rows;
    }

    List<RowError> errors() {
        return errors;
    }

    int count() {
        return count;
    }

    /** Rows with at least one wrong cell. */
    int rejected() {
        return badLines.size();
    }

    List<String> ignoredColumns() {
        return header.stream().filter(name -> !KNOWN.contains(name)).toList();
    }

    /** Refuses a row for a reason found later, such as a missing mandate. */
    void reject(long line, String column, String detail) {
        errors.add(new RowError(line, column, detail));
        badLines.add(line);
    }

    private void take(NamedCsvRecord row) {
        count++;
        var line = row.getStartingLineNumber();
        if (row.getFieldCount() != header.size()) {
            reject(
                    line,
                    header.get(0),
                    "This row has " + row.getFieldCount() + " cells, the header " + header.size() + ".");
            return;
        }
        var before = badLines.size();
        var path = cell(row, "path", text -> path(text), "Not a path of slugs joined by dots.");
        var name = cell(row, "name", GroupCsv::name, "A name has 1 to 200 characters.");
        var group = new NewGroup(path, name, policy(row), zone(row), location(row), electorate(row), externalId(row));
        if (path != null && !seen.add(path)) reject(line, "path", "This path is in the file twice.");
        if (path == null || name == null) badLines.add(line);
        var region = cell(row, "region", GroupCsv::name, "The name of the group above has at most 200 characters.");
        if (badLines.size() == before) rows.add(new Row(line, group, region));
    }

    private void checkHeader(List<String> names) {
        header = names;
        if (!names.containsAll(REQUIRED)) {
            throw Refusal.malformed("missing-column", "The first line must name the columns path and name.");
        }
        if (new HashSet<>(names).size() != names.size()) {
            throw Refusal.malformed("repeated-column", "The first line names a column twice.");
        }
    }

    private JoinPolicy policy(NamedCsvRecord row) {
        return cell(
                row, "join_policy", JoinPolicy::valueOf, "Not one of " + Arrays.toString(JoinPolicy.values()) + ".");
    }

    private ZoneId zone(NamedCsvRecord row) {
        return cell(row, "zone", ZoneId::of, "Not an IANA time zone such as Europe/London.");
    }

    private Integer electorate(NamedCsvRecord row) {
        return cell(row, "electorate", text -> natural(text), "Not a whole number from 0.");
    }

    private String externalId(NamedCsvRecord row) {
        var column = header.contains("external_id") ? "external_id" : "ons_code";
        return cell(row, column, text -> atMost(text, LONGEST_ID), "At most 100 characters.");
    }

    private GeoPoint location(NamedCsvRecord row) {
        var latitude = cell(
                row,
                "latitude",
                text -> GeoPoint.latitude(decimal(text)),
                "Not a number of degrees between -90 and 90.");
        var longitude = cell(
                row,
                "longitude",
                text -> GeoPoint.longitude(decimal(text)),
                "Not a number of degrees between -180 and 180.");
        if (badLines.contains(row.getStartingLineNumber())) return null;
        if ((latitude == null) != (longitude == null)) {
            reject(row.getStartingLineNumber(), latitude == null ? "latitude" : "longitude", "Both or neither.");
            return null;
        }
        return GeoPoint.of(latitude, longitude);
    }

    /** The cell's value, or null when it is empty or wrong; a wrong one is noted. */
    private <T> T cell(NamedCsvRecord row, String column, Function<String, T> parse, String expected) {
        var text = text(row, column);
        if (text.isEmpty()) {
            if (REQUIRED.contains(column)) reject(row.getStartingLineNumber(), column, expected);
            return null;
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException | Refusal e) {
            reject(row.getStartingLineNumber(), column, expected);
            return null;
        }
    }

    private String text(NamedCsvRecord row, String column) {
        return header.contains(column) ? row.getField(column).strip() : "";
    }

    private static GroupPath path(String text) {
        return new GroupPath(text);
    }

    private static String name(String text) {
        return atMost(text, LONGEST_NAME);
    }

    private static String atMost(String text, int length) {
        if (text.length() > length || text.indexOf('\0') >= 0) throw new IllegalArgumentException();
        return text;
    }

    private static int natural(String text) {
        var number = Integer.parseInt(text);
        if (number < 0) throw new IllegalArgumentException();
        return number;
    }

    /** Short before it is parsed: the time that takes grows with the square of the digits. */
    private static BigDecimal decimal(String text) {
        return new BigDecimal(atMost(text, LONGEST_NUMBER));
    }
}
