package org.barnstorm.authority;

import java.util.Set;
import java.util.UUID;

/** The live mandates of a member, for reading. Mandates implement it. */
public interface Grants {
    Set<Grant> of(UUID memberId);
}
