package org.barnstorm.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** JSON objects of strings and whole numbers: all that a log needs, without a library. */
final class FlatJson {
    private static final Pattern MEMBER =
            Pattern.compile("\"(\\w+)\":(?:(-?\\d+)|\"((?:[^\"\\\\]|\\\\u[0-9a-f]{4})*)\")(?:,|}$)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-f]{4})");

    private FlatJson() {}

    /** Leaves out what is null. */
    static String write(Map<String, Object> values) {
        var text = new StringBuilder("{");
        values.forEach((name, value) -> {
            if (value == null) return;
            if (text.length() > 1) text.append(',');
            text.append('"').append(name).append("\":");
            if (value instanceof Number) text.append(value);
            else text.append('"').append(escaped(value.toString())).append('"');
        });
        return text.append('}').toString();
    }

    /** Numbers are longs. */
    static Map<String, Object> read(String text) {
        var values = new LinkedHashMap<String, Object>();
        var member = MEMBER.matcher(text);
        var next = 1;
        while (next < text.length() && member.find(next) && member.start() == next) {
            var number = member.group(2);
            values.put(member.group(1), number == null ? plain(member.group(3)) : (Object) Long.valueOf(number));
            next = member.end();
        }
        if (next != text.length() && !text.equals("{}"))
            throw new IllegalArgumentException("Not a line of a log: " + text);
        return values;
    }

    /** Braces too, so that the end of a line and the beginning of one are seen without reading it. */
    private static String escaped(String value) {
        var text = new StringBuilder();
        for (var i = 0; i < value.length(); i++) {
            var letter = value.charAt(i);
            var plain = letter >= ' ' && letter < 127 && "\"\\{}".indexOf(letter) < 0;
            if (plain) text.append(letter);
            else text.append(String.format("\\u%04x", (int) letter));
        }
        return text.toString();
    }

    private static String plain(String value) {
        return value.indexOf('\\') < 0
                ? value
                : ESCAPED.matcher(value)
                        .replaceAll(escape -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }
}
