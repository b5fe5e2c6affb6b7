package org.barnstorm.ladder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import org.barnstorm.authority.Caller;

/** One's own path. It is one's own: no capability is asked for. */
@ApplicationScoped
@Transactional
class PathService {
    private final FactFinder finder;

    PathService(FactFinder finder) {
        this.finder = finder;
    }

    PathView mine(Caller caller) {
        var facts = finder.of(caller);
        var rungs = new ArrayList<>(new CourseRungs(facts).all());
        rungs.addAll(new OtherRungs(facts).all());
        return PathView.of(facts, Ranking.best(rungs));
    }
}
