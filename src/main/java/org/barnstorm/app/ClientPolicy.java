package org.barnstorm.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser lets the web client do: run, show and ask what is this service's own, its issuer's, or a picture of a map. */
final class ClientPolicy {
    private static final Pattern ADDRESS =
            Pattern.compile("(https?://(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+])(?::\\d+)?)(?:/.*)?");
    private static final String SELF = "'self'";
    private static final String NONE = "'none'";

    private ClientPolicy() {}

    /** Headers of everything below {@code /app}, by name. */
    static Map<String, String> headers(String issuer, Optional<String> tiles) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Security-Policy", contentSecurity(origin(issuer), tiles.map(ClientPolicy::origin)));
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Permissions-Policy", "geolocation=(self), camera=(), microphone=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("X-Frame-Options", "SAMEORIGIN"); // what frame-ancestors says, for whom it is new
        return headers;
    }

    private static String contentSecurity(String issuer, Optional<String> tiles) {
        var rules = new LinkedHashMap<String, String>();
        rules.put("default-src", NONE);
        rules.put("script-src", SELF);
        rules.put("style-src", SELF);
        rules.put("img-src", tiles.map(each -> SELF + ' ' + each).orElse(SELF));
        rules.put("font-src", SELF);
        rules.put("connect-src", SELF + ' ' + issuer);
        // The issuer, in a hidden frame, leads back here: browsers hold each step of that against the rule.
        rules.put("frame-src", SELF + ' ' + issuer);
        rules.put("manifest-src", SELF);
        rules.put("worker-src", SELF);
        rules.put("base-uri", NONE);
        // Signing out is a form, so that no token is in an address; the issuer then leads back.
        rules.put("form-action", SELF + ' ' + issuer);
        rules.put("frame-ancestors", SELF);
        return rules.entrySet().stream()
                .map(rule -> rule.getKey() + ' ' + rule.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Scheme, host and port of an address. Anything else would be a hole in the policy, or another rule of it. */
    private static String origin(String address) {
        var found = ADDRESS.matcher(address);
        if (!found.matches()) throw new IllegalStateException("Not an address on the web: " + address);
        return found.group(1);
    }
}
