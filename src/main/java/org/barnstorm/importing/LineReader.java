package org.barnstorm.importing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.barnstorm.member.Contacts.Expected;
import org.barnstorm.member.Email;

/** Makes of the cells of a line what they say of a person. Columns without a meaning here are not read. */
final class LineReader {
    private static final int LONGEST = 100;
    private static final int SHOWN = 200;
    private static final Set<String> YES = Set.of("true", "t", "yes", "y", "1", "subscribed");

    private final Header header;
    private final String region;

    LineReader(Header header, String region) {
        this.header = header;
        this.region = region;
    }

    Draft read(long line, List<String> cells) {
        if (cells.size() != header.size()) {
            return Draft.refused(line, Reason.WRONG_CELLS, null, Integer.toString(cells.size()));
        }
        var given = value(cells, Field.EMAIL);
        if (given.isEmpty()) return Draft.refused(line, Reason.NO_EMAIL, title(cells, Field.EMAIL), "");
        var email = Email.normal(given);
        if (email.isEmpty()) return refused(line, Reason.BAD_EMAIL, cells, Field.EMAIL);
        for (var field : List.of(Field.FIRST_NAME, Field.LAST_NAME, Field.EXTERNAL_ID)) {
            if (value(cells, field).length() > LONGEST) return refused(line, Reason.TOO_LONG, cells, field);
        }
        var called = value(cells, Field.PHONE);
        var phone = called.isEmpty() ? null : Phones.normal(called, region).orElse(null);
        var who = new Expected(
                email.get(),
                phone,
                known(cells, Field.FIRST_NAME),
                known(cells, Field.LAST_NAME),
                known(cells, Field.EXTERNAL_ID));
        return new Draft(line, who, optedOut(cells), phone == null && !called.isEmpty(), null, null, null);
    }

    /** Agreement is what says so; an empty cell in a column about it does not. */
    private boolean optedOut(List<String> cells) {
        return header.places(Field.OPTED_IN).stream().anyMatch(place -> !isYes(cells.get(place)))
                || header.places(Field.OPTED_OUT).stream().anyMatch(place -> isYes(cells.get(place)));
    }

    private static boolean isYes(String cell) {
        return YES.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    private String known(List<String> cells, Field field) {
        var value = value(cells, field);
        return value.isEmpty() ? null : value;
    }

    /** The first value that there is, without control characters and the white space around it. */
    private String value(List<String> cells, Field field) {
        for (var place : header.places(field)) {
            var cell = cells.get(place).strip();
            if (!cell.isEmpty())
                return field == Field.EMAIL
                        ? cell
                        : cell.replaceAll("\\p{Cntrl}+", " ").strip();
        }
        return "";
    }

    private String title(List<String> cells, Field field) {
        var places = header.places(field);
        return header.title(places.stream()
                .filter(place -> !cells.get(place).isBlank())
                .findFirst()
                .orElse(places.get(0)));
    }

    private Draft refused(long line, Reason reason, List<String> cells, Field field) {
        return Draft.refused(line, reason, shown(title(cells, field)), shown(value(cells, field)));
    }

    private static String shown(String text) {
        if (text.length() <= SHOWN) return text;
        return text.substring(0, Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN) + "…";
    }
}
