package org.barnstorm.authority;

import java.util.UUID;

/** Finds the member behind a sign-in, and makes one at the first. Members implement it. */
public interface Callers {
    Caller of(SignIn who);

    /** As this member would be if they signed in now, for what they let be read in their place; never as an admin. */
    Caller withId(UUID memberId);
}
