package org.barnstorm.webhook;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.barnstorm.testing.TestStack;

/**
 * The names that tests know. What ends with {@code example.org} leads outside, where no test sends anything; everything else
 * leads to this machine, as an attacker's name server would have it.
 */
@Mock
@ApplicationScoped
class Names implements Resolver {
    private static final String OUTSIDE = "93.184.215.14";

    private final Map<String, String> changed = new ConcurrentHashMap<>();

    /** From now on a name leads there. */
    void lead(String host, String address) {
        changed.put(host, address);
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        if (host.equals(TestStack.OPEN_HOST)) return List.of(InetAddress.getLoopbackAddress());
        if (host.startsWith("unknown.")) throw new UnknownHostException(host);
        var outside = host.endsWith(".example.org") ? OUTSIDE : "127.0.0.1";
        return List.of(InetAddress.getByName(changed.getOrDefault(host, outside)));
    }
}
