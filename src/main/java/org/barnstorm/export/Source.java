package org.barnstorm.export;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.barnstorm.task.TaskExport.Reach;

/**
 * Where the rows of one kind come from.
 *
 * @param count how many there are
 * @param people who is in them, each once, in the order of their ids; null if nobody is
 * @param rows in the order of their ids
 * @param key a row's id
 * @param person whom a row shows; null for nobody
 */
record Source<R extends Record>(
        Class<R> row,
        ToLongFunction<Reach> count,
        Paged<UUID> people,
        Paged<R> rows,
        Function<R, UUID> key,
        Function<R, UUID> person) {

    /** So many after an id. */
    interface Paged<T> {
        List<T> next(Reach reach, UUID after, int most);
    }

    /** Some rows, whom they show, and where the next ones begin; null when there are none. */
    record Rows(List<? extends Record> rows, List<UUID> people, UUID next) {}

    Rows page(Reach reach, UUID after, int most) {
        var found = rows.next(reach, after, most);
        var shown = person == null
                ? Stream.<UUID>empty()
                : found.stream().map(person).filter(id -> id != null).distinct();
        return new Rows(found, shown.toList(), found.size() < most ? null : key.apply(found.get(found.size() - 1)));
    }
}
