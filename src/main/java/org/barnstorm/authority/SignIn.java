package org.barnstorm.authority;

/**
 * Who a verified token speaks for.
 *
 * @param issuerKey configured name of the issuer, not its address, so that Keycloak can move
 * @param subject the issuer's id of the account
 * @param admin the realm role {@code admin} is in the token
 * @param name the person's name as they gave it to the issuer; null when the token has none
 * @param email likewise
 * @param emailVerified the issuer says that the address is proved to be theirs
 * @param language BCP 47, likewise
 */
public record SignIn(
        String issuerKey,
        String subject,
        boolean admin,
        String name,
        String email,
        boolean emailVerified,
        String language) {
    /** Without the person's name and address, so that it can be logged. */
    @Override
    public String toString() {
        return "SignIn[" + issuerKey + ", " + subject + "]";
    }
}
