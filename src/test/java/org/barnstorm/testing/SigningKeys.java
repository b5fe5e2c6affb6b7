package org.barnstorm.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Keys to sign with, as operators write them down. */
public final class SigningKeys {
    private SigningKeys() {}

    public static KeyPair rsa(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new private key that is good enough. */
    static String pem() {
        return pem("PRIVATE KEY", rsa(2048).getPrivate());
    }

    /** @param type {@code PRIVATE KEY} or {@code PUBLIC KEY} */
    public static String pem(String type, Key key) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
    }
}
