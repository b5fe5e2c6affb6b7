package org.barnstorm.platform.limits;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.barnstorm.platform.problem.RouterProblems;

/** Counts requests for pages beside the API that anybody may read and that cost something to make. */
@ApplicationScoped
public class AddressLimit {
    private final Admission admission;
    private final RouterProblems problems;

    AddressLimit(Admission admission, RouterProblems problems) {
        this.admission = admission;
        this.problems = problems;
    }

    /** Whether it was one too many; it has its answer then. Must not be called on the event loop. */
    public boolean refuses(RoutingContext context) {
        var refusal =
                admission.refusal(context.response(), List.of(Map.entry(Limit.ADDRESS, Addresses.owner(context))));
        refusal.ifPresent(each -> problems.refuse(context, each));
        return refusal.isPresent();
    }
}
