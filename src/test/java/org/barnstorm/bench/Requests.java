package org.barnstorm.bench;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The bytes of requests, as a phone would send them. */
final class Requests {
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final World world;
    private final Badges badges;
    private final InetSocketAddress server;

    Requests(World world, Badges badges, InetSocketAddress server) {
        this.world = world;
        this.badges = badges;
        this.server = server;
    }

    InetSocketAddress server() {
        return server;
    }

    byte[] claim(Deck.Claim claim) {
        return claim(claim.member(), World.id(World.Kind.TASK, claim.task()).toString());
    }

    byte[] claim(int member, String task) {
        return request("PUT", "/tasks/" + task + "/claim", member);
    }

    byte[] join(int member, String group) {
        return request("PUT", "/groups/" + group + "/membership", member);
    }

    /** What could I do in two hours, in my own town? */
    byte[] whatNext(int member) {
        return request("GET", whatNext(world, member), member);
    }

    static String whatNext(World world, int member) {
        var town = world.townOf(member);
        return String.format(
                Locale.ROOT, "/me/next?minutes=120&lat=%.3f&lon=%.3f", world.latitude(town), world.longitude(town));
    }

    private byte[] request(String method, String path, int member) {
        var head = "%s /api/v1%s HTTP/1.1\r\nHost: %s:%d\r\nAccept: application/json\r\n%sAuthorization: Bearer "
                .formatted(
                        method,
                        path,
                        server.getHostString(),
                        server.getPort(),
                        method.equals("PUT") ? "Content-Length: 0\r\n" : "");
        var bytes = new ByteArrayOutputStream(head.length() + 2048);
        bytes.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(badges.of(member));
        bytes.writeBytes(END);
        return bytes.toByteArray();
    }
}
