package org.barnstorm.authority;

import java.util.UUID;

/** Whether a mandate allows an act, asked by every use case that writes. */
public interface Authority {
    /**
     * Finds a live mandate of the caller for this capability here and locks it {@code FOR SHARE} until the transaction
     * ends, so that a revocation either waits for this write or prevents it (design section 3.4, I-19).
     *
     * @return the mandate, for the journal
     * @throws org.barnstorm.platform.problem.Refusal {@code no-mandate} when there is none
     */
    UUID holds(Caller caller, Capability capability, GroupRef where);

    /**
     * The same for acts on a task, by which mandates within limits count, too: those that allow it while the task is about
     * this. {@link Warrant#over} then says which of them, once the task is locked.
     */
    Warrant warrant(Caller caller, Capability capability, GroupRef where, Matter about);
}
