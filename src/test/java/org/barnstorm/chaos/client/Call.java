package org.barnstorm.chaos.client;

/**
 * A request, whoever it is sent to.
 *
 * @param key the Idempotency-Key, or null
 * @param body JSON, or null
 */
record Call(String method, String path, Someone who, String key, byte[] body) {
    Call once(String withKey) {
        return new Call(method, path, who, withKey, body);
    }

    /** Whether sending it again cannot do it twice. */
    boolean repeatable() {
        return key != null || !method.equals("POST");
    }
}
