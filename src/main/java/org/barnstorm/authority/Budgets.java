package org.barnstorm.authority;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.barnstorm.platform.paging.Window;

/** What one person may do in a day. Asked by whatever is counted, in its own transaction; mandates implement it. */
public interface Budgets {
    /**
     * Counts what the caller does, or refuses what would be more than the day has. Comes after all other locks: requests
     * of one person wait for each other here.
     *
     * @param where the group in which they do it: how far they are trusted there says how much a day has
     * @throws org.barnstorm.platform.problem.Refusal {@code budget-spent}
     */
    void spend(Caller caller, Budget budget, int amount, GroupRef where);

    /**
     * Counts the people whom a page of a list shows. Who was looked at today already, and the caller, do not count.
     *
     * @param found the rows of the list, up to {@code window.fetch()}
     * @param person whom a row shows; null for nobody
     * @return the window, or a shorter one when the day has less than the page
     * @throws org.barnstorm.platform.problem.Refusal {@code budget-spent} when not even the first row can be shown
     */
    <R> Window look(Caller caller, GroupRef where, Window window, List<R> found, Function<R, UUID> person);

    /**
     * Counts people who are shown all together: each of them, or none and a refusal. Who was looked at today already, and the
     * caller, do not count.
     *
     * @throws org.barnstorm.platform.problem.Refusal {@code budget-spent} when they are more than the day has
     */
    void lookAtAll(Caller caller, GroupRef where, Collection<UUID> people);
}
