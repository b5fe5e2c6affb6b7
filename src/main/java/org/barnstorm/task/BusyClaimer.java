package org.barnstorm.task;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceException;

/** Not the task is busy but whoever claims it, with another request of theirs: it would be so for every other task. */
final class BusyClaimer extends LockTimeoutException {
    private static final long serialVersionUID = 1L;

    BusyClaimer(PersistenceException cause) {
        super(cause);
    }
}
