package org.barnstorm.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that are not a public place: the IANA special-purpose registries (RFC 6890 and what was registered since),
 * multicast, and of IPv6 all that is not global unicast. Forms that have an IPv4 address inside (translated, 6to4, Teredo)
 * are refused as a whole: no receiver has only those. Java reads mapped ones as the IPv4 address that they are.
 */
final class SpecialAddresses {
    private static final List<Block> IPV4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

    /** Within global unicast: protocol assignments with Teredo and ORCHID, documentation, 6to4, AS112. */
    private static final List<Block> IPV6 =
            blocks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private SpecialAddresses() {}

    static boolean contain(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length == 4) return IPV4.stream().anyMatch(block -> block.contains(bytes));
        return !GLOBAL_UNICAST.contains(bytes) || IPV6.stream().anyMatch(block -> block.contains(bytes));
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Block::of).toList();
    }

    private record Block(byte[] start, int bits) {
        static Block of(String text) {
            var parts = text.split("/");
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("Not an address: " + text, e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != start.length) return false;
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) return false;
            }
            return true;
        }
    }
}
