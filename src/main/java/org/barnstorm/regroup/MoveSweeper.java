package org.barnstorm.regroup;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.barnstorm.platform.Sweep;
import org.barnstorm.platform.time.Rounds;

/**
 * Does what was planned when its day has come, batch by batch, each in a transaction of its own: whoever ends half-way, another
 * replica goes on. A {@link Sweep}.
 */
@ApplicationScoped
class MoveSweeper {
    /** The rest of a very large group is left to the next round. */
    private static final int MOST_STEPS = 200;

    private final Sweep sweep;
    private final MoveRepository moves;
    private final Moving moving;

    MoveSweeper(Sweep sweep, MoveRepository moves, Moving moving) {
        this.sweep = sweep;
        this.moves = moves;
        this.moving = moving;
    }

    void begin(@Observes StartupEvent start, Rounds rounds, RegroupConfig config) {
        rounds.every(config.sweepEvery(), this::sweep);
    }

    /** Returns how many steps it took. */
    int sweep() {
        var all = 0;
        for (var i = 0; i < MOST_STEPS; i++) {
            var done = sweep.each("moves", moves::due, this::step);
            if (done == 0) break;
            all += done;
        }
        return all;
    }

    private boolean step(UUID id) {
        var move = moves.lockOrSkip(id).filter(each -> each.isDue(moves.databaseTime()));
        return move.map(moving::step).orElse(false);
    }
}
