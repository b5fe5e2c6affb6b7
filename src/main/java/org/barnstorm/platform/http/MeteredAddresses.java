package org.barnstorm.platform.http;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Keeps addresses as they were sent out of the metrics: of a request that is refused before anybody knows what it asks for
 * (no token, say) Quarkus counts the address itself. It has ids in it, or is a secret, and a few hundred of them would use up
 * all the addresses that are counted.
 */
class MeteredAddresses {
    static final String UNMATCHED = "UNMATCHED";
    /** All that the web client is made of, and its own addresses, of which it has as many as there are things to show. */
    private static final String CLIENT = "/app";

    private static final String TAG = "uri";

    /** Templates of the API are counted without its base, those of pages with braces. */
    private static final List<String> AS_SENT =
            List.of("/api/", "/calendars/", "/certificates/", "/problems/", "/osdi/v1/");

    /** Templates that begin like those and have no braces. */
    private static final Set<String> PLAIN = Set.of("/osdi/v1/people", "/osdi/v1/events", "/osdi/v1/tags");

    @Produces
    @Singleton
    MeterFilter withoutAddressesAsSent() {
        return MeterFilter.replaceTagValues(TAG, MeteredAddresses::shown);
    }

    static String shown(String address) {
        if (address.contains("{") || PLAIN.contains(address)) return address;
        if (address.startsWith(CLIENT + "/")) return CLIENT;
        return AS_SENT.stream().anyMatch(address::startsWith) ? UNMATCHED : address;
    }
}
