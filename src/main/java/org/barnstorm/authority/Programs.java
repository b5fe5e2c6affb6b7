package org.barnstorm.authority;

import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.security.Scope;

/** Finds what a program was bound to. Integrations implement it. */
public interface Programs {
    /**
     * The program as a caller: what its integration allows, within its part of the tree.
     *
     * @param clientId the issuer's name of the client; null when the token leaves a doubt
     * @param needed scopes of which the operation asks for one; empty when it is for people only
     * @throws org.barnstorm.platform.problem.Refusal {@code service-account}, {@code integration-over}, {@code scope-missing}
     */
    Caller of(String issuerKey, String clientId, Set<Scope> needed);

    /**
     * As this program would be if it called now, for what is sent to it without its asking.
     *
     * @throws org.barnstorm.platform.problem.Refusal as above
     */
    Caller withId(UUID memberId, Set<Scope> needed);
}
