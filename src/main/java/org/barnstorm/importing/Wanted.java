package org.barnstorm.importing;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.barnstorm.platform.problem.Refusal;

/**
 * How somebody wants a file to be read.
 *
 * @param region null for the service's own
 * @param named columns that they named themselves
 */
record Wanted(Preset preset, String region, Map<Field, String> named) {
    Wanted {
        if (region != null && !Phones.isRegion(region)) {
            throw Refusal.malformed(
                    "malformed-parameter", "A region is a country of ISO 3166-1 in two letters, as in GB.");
        }
        var known = new EnumMap<Field, String>(Field.class);
        named.forEach((field, column) -> {
            if (column != null) known.put(field, column);
        });
        named = known;
    }

    PeopleCsv.Layout layout(char separator, String region) {
        var columns = preset.columns();
        for (var each : named.entrySet()) columns = columns.with(each.getKey(), each.getValue());
        var country = this.region == null ? region : this.region;
        return new PeopleCsv.Layout(separator, columns, named.keySet(), country.toUpperCase(Locale.ROOT));
    }
}
