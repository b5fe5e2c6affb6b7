package org.barnstorm.history;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A state of the model: all holds that one task has had, in the order in which they began.
 *
 * @param fence the least that the latest fence can be
 */
record Places(List<Place> holds, long fence) {
    static final Places NONE = new Places(List.of(), Long.MIN_VALUE);

    int taken() {
        var active = 0;
        for (var each : holds) if (each.isActive()) active++;
        return active;
    }

    /** Where the hold with this id is; -1 if there is none yet. */
    int indexOf(UUID id) {
        for (var i = 0; i < holds.size(); i++) if (id.equals(holds.get(i).id())) return i;
        return -1;
    }

    /** Where the hold is by which the member has a place now; -1 if they have none. */
    int activeOf(UUID member) {
        for (var i = 0; i < holds.size(); i++) {
            if (holds.get(i).isActive() && holds.get(i).member().equals(member)) return i;
        }
        return -1;
    }

    /** This very object if nothing changes. */
    Places with(int index, Place changed) {
        if (holds.get(index).equals(changed)) return this;
        var copy = new ArrayList<>(holds);
        copy.set(index, changed);
        return new Places(copy, fence);
    }

    Places and(Place begun, long latest) {
        var copy = new ArrayList<>(holds);
        copy.add(begun);
        return new Places(copy, latest);
    }

    @Override
    public int hashCode() {
        return 31 * holds.hashCode() + Long.hashCode(fence);
    }
}
