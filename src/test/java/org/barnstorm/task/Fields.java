package org.barnstorm.task;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** All that an entity keeps, by the names of its fields, so that a forbidden act can be seen to change nothing. */
final class Fields {
    private static final Map<Class<?>, List<Field>> OF_CLASSES = new ConcurrentHashMap<>();

    private Fields() {}

    /** As it is now, and unharmed by what happens to the entity later. Names stand for enums, lists for arrays. */
    static SortedMap<String, Object> of(Object entity) {
        SortedMap<String, Object> values = new TreeMap<>();
        for (var field : OF_CLASSES.computeIfAbsent(entity.getClass(), Fields::declared)) {
            values.put(field.getName(), frozen(get(field, entity)));
        }
        return Collections.unmodifiableSortedMap(values);
    }

    /** Which fields differ, each with what it should be and what it is: all that one wants to read when they do. */
    static Map<String, String> difference(SortedMap<String, Object> expected, SortedMap<String, Object> actual) {
        var names = new TreeSet<>(expected.keySet());
        names.addAll(actual.keySet());
        var difference = new TreeMap<String, String>();
        for (var name : names) {
            var wanted = expected.getOrDefault(name, "(no such field)");
            var found = actual.getOrDefault(name, "(no such field)");
            if (!Objects.equals(wanted, found)) difference.put(name, "expected " + wanted + ", but is " + found);
        }
        return difference;
    }

    /** For what only statements in the database change. */
    static void add(Object entity, String name, int more) {
        var field = OF_CLASSES.computeIfAbsent(entity.getClass(), Fields::declared).stream()
                .filter(one -> one.getName().equals(name))
                .findAny()
                .orElseThrow();
        try {
            if (field.getType() == long.class) field.setLong(entity, field.getLong(entity) + more);
            else field.setInt(entity, field.getInt(entity) + more);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Field> declared(Class<?> type) {
        var fields = new ArrayList<Field>();
        for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
            Arrays.stream(each.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .forEach(fields::add);
        }
        fields.forEach(field -> field.setAccessible(true));
        return fields;
    }

    private static Object get(Field field, Object entity) {
        try {
            return field.get(entity);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object frozen(Object value) {
        if (value instanceof Enum<?> state) return state.name();
        if (value instanceof int[] numbers) return IntStream.of(numbers).boxed().toList();
        if (value instanceof Object[] values) return List.of(values);
        return value;
    }
}
