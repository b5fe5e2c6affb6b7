package org.barnstorm.fuzz;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.barnstorm.access.Openings;

/** Requests that would be done, made when they are needed. What came of those that were done makes new ones necessary. */
final class Supply implements Source {
    private static final int WORN_OUT = 12;

    private final Supplier<Openings> towns;
    private final Known known;
    private final Map<String, List<String>> rows =
            Openings.rows().stream().collect(Collectors.groupingBy(row -> row.split("/")[0]));
    private final Map<String, Openings.Prepared> prepared = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private Openings town;
    private int built;

    Supply(Supplier<Openings> towns, Known known) {
        this.towns = towns;
        this.known = known;
        move();
    }

    /** How many towns were needed. */
    int built() {
        return built;
    }

    @Override
    public String token(String kind) {
        return town.token(kind);
    }

    @Override
    public Openings.Prepared opening(String operation, Chance chance) {
        var row = chance.of(rows.get(operation));
        if (uses.merge(row, 1, Integer::sum) > WORN_OUT) used(row);
        var there = prepared.get(row);
        if (there != null) return there;
        var fresh = prepare(row);
        prepared.put(row, fresh);
        return fresh;
    }

    @Override
    public void used(String row) {
        prepared.remove(row);
        uses.remove(row);
    }

    /** Some requests take from a town what others need: its lead, its open door. Then there is another town. */
    private Openings.Prepared prepare(String row) {
        try {
            return town.prepare(row);
        } catch (AssertionError | RuntimeException e) {
            move();
            return prepareInFreshTown(row);
        }
    }

    private Openings.Prepared prepareInFreshTown(String row) {
        try {
            return town.prepare(row);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("The situation " + row + " cannot be prepared, not even in a fresh town", e);
        }
    }

    private void move() {
        town = towns.get();
        built++;
        prepared.clear();
        uses.clear();
        known.learnGroups(town.groups());
    }
}
