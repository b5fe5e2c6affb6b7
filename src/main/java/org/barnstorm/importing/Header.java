package org.barnstorm.importing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.barnstorm.platform.problem.Refusal;

/** Where in a line each field is, by the first line of the file. Names are compared without regard to case. */
final class Header {
    private final List<String> titles;
    private final Map<Field, List<Integer>> places = new EnumMap<>(Field.class);

    /**
     * @param named fields for which whoever uploads named the column, which then has to be there
     */
    Header(List<String> titles, Columns columns, Set<Field> named) {
        this.titles = titles;
        var keys = titles.stream().map(Header::key).toList();
        for (var field : Field.values()) {
            var found = columns.of(field).stream()
                    .map(Header::key)
                    .filter(keys::contains)
                    .map(name -> place(keys, name))
                    .toList();
            if (found.isEmpty() && (field == Field.EMAIL || named.contains(field))) throw missing(columns.of(field));
            places.put(field, found);
        }
    }

    private static String key(String title) {
        return title.strip().toLowerCase(Locale.ROOT);
    }

    private static int place(List<String> keys, String name) {
        if (Collections.frequency(keys, name) > 1) {
            throw Refusal.malformed("repeated-column", "The first line names the column " + shown(name) + " twice.");
        }
        return keys.indexOf(name);
    }

    private static Refusal missing(List<String> names) {
        return Refusal.malformed(
                "missing-column",
                "The first line does not name the column " + shown(names.isEmpty() ? "email" : names.get(0))
                        + ". Choose the preset of the tool that the file is from, or name the column.");
    }

    private static String shown(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }

    int size() {
        return titles.size();
    }

    /** Where the values of a field are; nowhere if the file does not have it. */
    List<Integer> places(Field field) {
        return places.get(field);
    }

    /** What a column is called in the file. */
    String title(int place) {
        return titles.get(place);
    }
}
