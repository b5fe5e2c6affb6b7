package org.barnstorm.platform.contract;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells clients of retiring operations with each success, and counts how often they are told. */
@Provider
@Priority(RetiringAnswers.AFTER_OTHERS)
class RetiringAnswers implements ContainerResponseFilter {
    /** Answers are filtered from the highest to the lowest: whoever sets a Link for the next page has done so. */
    static final int AFTER_OTHERS = Priorities.USER - 1000;

    private final ResourceInfo resource;
    private final MeterRegistry meters;
    private final Map<Method, Optional<Retirement>> known = new ConcurrentHashMap<>();

    RetiringAnswers(ResourceInfo resource, MeterRegistry meters) {
        this.resource = resource;
        this.meters = meters;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // Only what a resource did has a method; OPTIONS is answered without one.
        if (response.getStatus() / 100 != 2 || request.getMethod().equals("OPTIONS")) return;
        var method = resource.getResourceMethod();
        known.computeIfAbsent(method, RetiringAnswers::retirement).ifPresent(retirement -> {
            retirement.headers().forEach((name, value) -> response.getHeaders().add(name, value));
            meters.counter("barnstorm.retiring.calls", "operation", method.getName())
                    .increment();
        });
    }

    static Optional<Retirement> retirement(Method method) {
        return Optional.ofNullable(method.getAnnotation(Retiring.class)).map(Retirement::of);
    }
}
