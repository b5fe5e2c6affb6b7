package org.barnstorm.platform.problem;

/** Looks through the wrappers that frameworks put round an exception. */
final class Causes {
    private static final int DEEPEST = 20;

    private Causes() {}

    /**
     * The first of this type in the chain of causes, or among what was suppressed on the way, or null. Why a transaction
     * could not be committed is not the cause of Narayana's {@code RollbackException}: it is suppressed in it.
     */
    static <T> T find(Throwable e, Class<T> type) {
        return find(e, type, DEEPEST);
    }

    private static <T> T find(Throwable e, Class<T> type, int depth) {
        if (e == null || depth == 0) return null;
        if (type.isInstance(e)) return type.cast(e);
        var found = find(e.getCause(), type, depth - 1);
        if (found != null) return found;
        for (var suppressed : e.getSuppressed()) {
            found = find(suppressed, type, depth - 1);
            if (found != null) return found;
        }
        return null;
    }
}
