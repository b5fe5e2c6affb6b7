package org.barnstorm.member;

import java.util.List;

/**
 * What a feature has to say and to do when two members turn out to be one person: the one goes, the other stays. What a row is
 * about the person goes over to who stays; who did something is left as it was (docs/merging.md).
 *
 * <p>Parameters of its statements: {@code :gone} and {@code :stays}; {@code :goneIds} and {@code :staysIds} are those and
 * whoever went into them before, for questions about who did something. Both members are locked.
 */
public interface MemberShare {
    /**
     * What keeps the two from becoming one.
     *
     * @param found answers with one truth value, called {@code found}
     */
    record Hurdle(String code, String detail, String remedy, String found) {}

    /**
     * Rows that go over.
     *
     * @param what people call them
     * @param column {@code table.column}, a reference to a member
     */
    record Step(String what, String column, String statement) {}

    List<Hurdle> hurdles();

    /** In the order in which they are done. */
    List<Step> steps();
}
