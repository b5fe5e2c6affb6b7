package org.barnstorm.bench;

/** Says when which request is to be sent. Asked by one thread only. */
interface Feed {
    /** A request that is not due before an answer has come, or never again. */
    long NOT_YET = Long.MAX_VALUE;

    /**
     * One request.
     *
     * @param bytes all of it, as it goes over the wire
     * @param score where its answer counts
     */
    record Shot(byte[] bytes, Score score) {}

    /** When the next request is to be sent, by {@link System#nanoTime}. Its answer is timed from this moment. */
    long due(long now);

    Shot take();

    /** One answer has come. */
    default void answered() {}

    /** No more requests will be due. */
    boolean over(long now);
}
