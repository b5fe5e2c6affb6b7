package org.barnstorm.platform.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.barnstorm.platform.problem.Refusal;

/**
 * Reads ids, enums, truth values, moments, times on the wall and groups' paths from the address. Jakarta REST would answer 404
 * to a value that does not parse; a
 * client that misspelt it should be told so.
 */
@Provider
class Parameters implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == UUID.class) return (ParamConverter<T>) new Strict<>("a UUID", Parameters::uuid);
        if (type == LocalDateTime.class) return (ParamConverter<T>) new Strict<>(WallTimes.EXPECTED, WallTimes::read);
        if (type == Instant.class) return (ParamConverter<T>) new Strict<>(Moments.EXPECTED, Moments::read);
        // The library would take anything but "true" for false.
        if (type == Boolean.class || type == boolean.class) {
            return (ParamConverter<T>) new Strict<>("true or false", Parameters::truth);
        }
        if (type.isEnum()) {
            var values = Arrays.toString(type.getEnumConstants());
            return (ParamConverter<T>) new Strict<>("one of " + values, text -> constant(type, text));
        }
        return null;
    }

    /** {@link UUID#fromString} also takes shortened forms; two spellings of one id would be two addresses of one thing. */
    private static UUID uuid(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) throw new IllegalArgumentException(text);
        return id;
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private record Strict<T>(String expected, Function<String, T> parse) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new WebApplicationException(
                        Refusal.malformed("malformed-parameter", "A value in the address is not " + expected + "."),
                        400);
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
