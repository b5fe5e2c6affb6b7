package org.barnstorm.platform.limits;

import io.vertx.ext.web.RoutingContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Network addresses as they are counted: of IPv6 the first 64 bits, because one device may have all of the rest. */
final class Addresses {
    /** All whose address cannot be told are counted as one. */
    static final String UNKNOWN = "unknown";

    private static final int NETWORK_BYTES = 8;
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern NUMBERS =
            Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}|[0-9A-Fa-f:][0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private Addresses() {}

    /**
     * Whoever sent the request: the other end of the connection, or whom a proxy names that the settings say to trust
     * ({@code quarkus.http.proxy}).
     */
    static String owner(RoutingContext context) {
        var remote = context.request().remoteAddress();
        return remote == null || remote.hostAddress() == null ? UNKNOWN : owner(remote.hostAddress());
    }

    /** Numbers only: a proxy may hand on a name that somebody made up, and a name would be looked up. */
    static String owner(String address) {
        var number = address.replaceFirst("%.*", "");
        if (!NUMBERS.matcher(number).matches()) return UNKNOWN;
        try {
            var parsed = InetAddress.getByName(number);
            if (!(parsed instanceof Inet6Address)) return parsed.getHostAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)) + "/64";
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }
}
