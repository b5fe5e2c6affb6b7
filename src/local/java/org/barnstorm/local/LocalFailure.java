package org.barnstorm.local;

/** The stack cannot start; the message is a sentence for the person at the keyboard and says what to do. */
public class LocalFailure extends RuntimeException {
    LocalFailure(String sentence) {
        super(sentence);
    }

    LocalFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
