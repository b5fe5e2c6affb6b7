package org.barnstorm.platform.problem;

/** Looks through the wrappers that frameworks put round an exception. */
final class Causes {
    private static final int DEEPEST = 20;

    private Causes() {}

    /** The first of this type in the chain of causes, or null. */
    static <T> T find(Throwable e, Class<T> type) {
        var cause = e;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) return type.cast(cause);
            cause = cause.getCause();
        }
        return null;
    }
}
