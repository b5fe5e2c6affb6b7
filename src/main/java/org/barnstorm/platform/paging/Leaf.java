package org.barnstorm.platform.paging;

import java.util.UUID;
import org.barnstorm.platform.time.Span;
import org.hibernate.query.NativeQuery;

/**
 * One page of a list that others' conventions ask for by its number, and what the list is narrowed to. Our own lists have
 * cursors, which cost the same on every page and lose nothing: this is for façades alone, and does not go deep.
 *
 * @param number from 1 on
 * @param only the one thing with this id; null for all
 */
public record Leaf(int number, int size, UUID only, Span created, Span modified, Span starts) {
    /** The highest number of a page: what is skipped is read all the same. */
    public static final int LAST = 400;

    /** The largest page. */
    public static final int LARGEST = 25;

    /** Counting stops here, one beyond what pages reach. */
    public static final int COUNTED = LAST * LARGEST + 1;

    private static final UUID NOTHING = new UUID(0, 0);

    /** Of a list that is not narrowed. */
    public static Leaf of(int number, int size) {
        return new Leaf(number, size, null, Span.ALWAYS, Span.ALWAYS, Span.ALWAYS);
    }

    /** The thing with this id and nothing else. */
    public static Leaf only(UUID id) {
        return new Leaf(1, 1, id, Span.ALWAYS, Span.ALWAYS, Span.ALWAYS);
    }

    /**
     * The conditions on a row of this name that has {@code id} and {@code created_at}; when it was modified last the journal
     * says. {@link #fill} sets what they ask.
     */
    public static String within(String row) {
        return """
                 and (:all or %1$s.id = :only)
                 and %1$s.created_at >= :created_from and %1$s.created_at < :created_until
                 and (not :modified or exists (
                     select 1 from (
                         select j.at from journal j where j.subject_id = %1$s.id order by j.seq desc limit 1) as latest
                     where latest.at >= :modified_from and latest.at < :modified_until))
                """.formatted(row);
    }

    /** Sets the parameters of {@link #within}. */
    public <T> NativeQuery<T> fill(NativeQuery<T> query) {
        return query.setParameter("all", only == null)
                .setParameter("only", only == null ? NOTHING : only)
                .setParameter("created_from", created.from())
                .setParameter("created_until", created.until())
                .setParameter("modified", !modified.equals(Span.ALWAYS))
                .setParameter("modified_from", modified.from())
                .setParameter("modified_until", modified.until());
    }

    public int offset() {
        return (number - 1) * size;
    }
}
