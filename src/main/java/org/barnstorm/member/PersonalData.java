package org.barnstorm.member;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A feature's share of what is held about people. Every column that refers to a member is in one of its holdings or left out
 * with a reason, so that nobody who adds a table forgets whose data it is.
 */
public interface PersonalData {
    /** Of who did something to something: what was done is in the journal, and in it everybody finds what they did. */
    String ACT = "who did it: what one did is in one's journal";

    List<Holding> holdings();

    /** Why a column, {@code table.column}, makes no row somebody's. */
    Map<String, String> leftOut();

    /** Columns that name who did something. */
    static Map<String, String> acts(String... columns) {
        return Set.of(columns).stream().collect(Collectors.toMap(Function.identity(), column -> ACT));
    }
}
