package org.barnstorm.task;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import org.hibernate.exception.LockAcquisitionException;

/** Tells apart a row that somebody else held for too long; Hibernate has several names for it. */
final class BusyRow {
    private BusyRow() {}

    static boolean is(PersistenceException e) {
        return e instanceof LockTimeoutException
                || e instanceof PessimisticLockException
                || e instanceof LockAcquisitionException
                || e instanceof org.hibernate.PessimisticLockException;
    }
}
