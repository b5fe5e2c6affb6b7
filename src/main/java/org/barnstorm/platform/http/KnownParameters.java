package org.barnstorm.platform.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.barnstorm.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Refuses query parameters that the operation does not have, and those sent twice. A misspelt filter that is silently
 * ignored would show more than was asked for. What cannot be stored is refused wherever it stands in the address.
 */
@Provider
class KnownParameters implements ContainerRequestFilter {
    private final ResourceInfo resource;
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    KnownParameters(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.getUriInfo().getPathParameters().values().forEach(values -> {
            if (!values.stream().allMatch(PlainText::is))
                throw Refusal.malformed("malformed-parameter", PlainText.RULE);
        });
        var names = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::names);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!names.contains(name)) {
                var hint = names.isEmpty() ? "This operation has none." : "Known here: " + String.join(", ", names);
                throw Refusal.malformed("unknown-parameter", "Unknown query parameter '" + name + "'. " + hint);
            }
            if (values.size() > 1) {
                throw Refusal.malformed("repeated-parameter", "Query parameter '" + name + "' may be sent once.");
            }
            if (values.get(0).isEmpty()) {
                throw Refusal.malformed("malformed-parameter", "Query parameter '" + name + "' has no value.");
            }
            if (!PlainText.is(values.get(0))) throw Refusal.malformed("malformed-parameter", PlainText.RULE);
        });
    }

    private static Set<String> names(Method method) {
        return Arrays.stream(method.getParameters())
                .map(KnownParameters::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static String name(Parameter parameter) {
        var rest = parameter.getAnnotation(RestQuery.class);
        if (rest != null) return rest.value().isEmpty() ? parameter.getName() : rest.value();
        var standard = parameter.getAnnotation(QueryParam.class);
        return standard == null ? "" : standard.value();
    }
}
