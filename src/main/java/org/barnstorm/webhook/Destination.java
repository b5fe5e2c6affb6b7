package org.barnstorm.webhook;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a webhook leads, read strictly: what two programs could read in two ways is not read at all. A host is a name with
 * a dot whose last label begins with a letter, so that no spelling of an address is one.
 *
 * @param target path and query, as they are sent
 */
record Destination(boolean secure, String host, int port, String target) {
    static final int LONGEST = 2000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int MOST_PORTS = 65_535;

    private static final Pattern SHAPE = Pattern.compile(
            "(https?)://([A-Za-z0-9.-]{1,253})(?::([1-9][0-9]{0,4}))?((?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(?:\\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?)");

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    /** Nothing when it is not an address that can be read without doubt. */
    static Optional<Destination> of(String url) {
        if (url.length() > LONGEST) return Optional.empty();
        var parts = SHAPE.matcher(url);
        if (!parts.matches()) return Optional.empty();
        var secure = parts.group(1).equals("https");
        var standard = secure ? HTTPS : HTTP;
        var port = parts.group(3) == null ? standard : Integer.parseInt(parts.group(3));
        var target = parts.group(4).startsWith("/") ? parts.group(4) : "/" + parts.group(4);
        var host = parts.group(2).toLowerCase(Locale.ROOT);
        return port > MOST_PORTS ? Optional.empty() : Optional.of(new Destination(secure, host, port, target));
    }

    boolean hasPublicName() {
        return NAME.matcher(host).matches();
    }

    /** For log lines and errors: paths of webhooks are often secrets. */
    @Override
    public String toString() {
        return host + ':' + port;
    }
}
