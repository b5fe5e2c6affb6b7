package org.barnstorm.authority;

/** Finds the member behind a sign-in, and makes one at the first. Members implement it. */
public interface Callers {
    Caller of(SignIn who);
}
