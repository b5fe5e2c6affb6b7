package org.barnstorm.importing;

import java.util.UUID;
import org.barnstorm.member.Contacts.Expected;

/**
 * A line of a file and what it would do.
 *
 * @param who null where nothing of them is kept
 * @param like what it repeats or resembles
 */
record Line(
        long line,
        Verdict verdict,
        Expected who,
        Reason reason,
        String column,
        String cell,
        Like like,
        Decision decision) {

    /** An earlier line, a contact, or a member; at most one of them. */
    record Like(Long line, UUID contact, UUID member) {
        static final Like NOBODY = new Like(null, null, null);

        static Like line(Long line) {
            return new Like(line, null, null);
        }

        static Like contact(UUID contact) {
            return new Like(null, contact, null);
        }

        static Like member(UUID member) {
            return new Like(null, null, member);
        }
    }

    static Line of(Draft draft, Verdict verdict, Like like) {
        return new Line(draft.line(), verdict, draft.who(), null, null, null, like, null);
    }

    /** Of those who bring nobody, nothing of the person is kept; the cell that is wrong is, for whoever repairs the file. */
    static Line nobody(Draft draft, Verdict verdict, Reason reason, Like like) {
        return new Line(draft.line(), verdict, null, reason, draft.column(), draft.cell(), like, null);
    }

    @Override
    public String toString() {
        return "Line[" + line + ", " + verdict + "]";
    }
}
