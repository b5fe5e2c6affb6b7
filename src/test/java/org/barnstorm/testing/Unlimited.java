package org.barnstorm.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets a few accounts send the requests of a whole movement: limits are the subject of their own tests. */
public final class Unlimited {
    private static final String NO_LIMIT = "1000000000";

    private Unlimited() {}

    /** The settings of a service whose limits nobody meets. They count nevertheless, and say so in every answer. */
    public static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        for (var limit : List.of("person", "app", "program", "address"))
            settings.put("barnstorm.limits." + limit + ".requests", NO_LIMIT);
        return settings;
    }
}
