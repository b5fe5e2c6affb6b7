package org.barnstorm.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. Tests answer what an attacker's name server would. */
interface Resolver {
    /** At least one. May take as long as name servers take. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
