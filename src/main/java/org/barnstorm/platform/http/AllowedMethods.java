package org.barnstorm.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods an address answers. RFC 9110 section 15.5.6 wants them with a 405; the framework does not tell. */
@ApplicationScoped
public class AllowedMethods {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private record Operation(Pattern address, String method) {}

    private final List<Operation> operations;

    AllowedMethods(BeanManager beans) {
        this.operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(jakarta.enterprise.inject.spi.Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(AllowedMethods::of)
                .toList();
    }

    /** As the Allow header writes them. */
    public String at(String path) {
        var address = trimmed(path);
        return operations.stream()
                .filter(operation -> operation.address.matcher(address).matches())
                .map(Operation::method)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Stream<Operation> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(verb -> new Operation(address(resource, method), verb.value())));
    }

    private static Pattern address(Class<?> resource, Method method) {
        var own = method.getAnnotation(Path.class);
        var template =
                trimmed(resource.getAnnotation(Path.class).value()) + '/' + (own == null ? "" : trimmed(own.value()));
        return Pattern.compile(VARIABLE.matcher(trimmed(template)).replaceAll("[^/]+"));
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
