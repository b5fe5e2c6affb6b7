package org.barnstorm.importing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the columns of a file are called: for each field some names, of which the first with a value counts. */
record Columns(Map<Field, List<String>> names) {
    Columns {
        names = Map.copyOf(names);
    }

    List<String> of(Field field) {
        return names.getOrDefault(field, List.of());
    }

    /** The same with one column named by whoever uploads; null leaves it as it is. */
    Columns with(Field field, String column) {
        if (column == null) return this;
        var more = new EnumMap<Field, List<String>>(Field.class);
        more.putAll(names);
        more.put(field, List.of(column));
        return new Columns(more);
    }
}
