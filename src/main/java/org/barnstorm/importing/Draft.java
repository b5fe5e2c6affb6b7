package org.barnstorm.importing;

import org.barnstorm.member.Contacts.Expected;

/**
 * What one line of a file says, before anybody is asked about it.
 *
 * @param who null when the line is refused
 * @param unreadPhone there is a telephone number that is none; they are brought in without it
 * @param reason why it is refused; null when it is not
 * @param column where the fault is; null when it is nowhere in particular
 * @param cell what stands there
 */
record Draft(
        long line, Expected who, boolean optedOut, boolean unreadPhone, Reason reason, String column, String cell) {

    static Draft refused(long line, Reason reason, String column, String cell) {
        return new Draft(line, null, false, false, reason, column, cell);
    }

    boolean isRefused() {
        return reason != null;
    }

    /** Nothing of the line itself, which names somebody. */
    @Override
    public String toString() {
        return "Draft[" + line + ", " + reason + "]";
    }
}
