package org.barnstorm.bench;

import java.util.Map;
import java.util.UUID;

/**
 * Who and what is in the database, known by number, so that nothing has to be read back. Members, and tasks, are dealt
 * to the towns in turn.
 */
record World(Plan plan) {
    static final String MOVEMENT = "bench";
    private static final int TOWNS_IN_A_ROW = 700;

    /** A kind of thing; its place in the enumeration is part of its ids. */
    enum Kind {
        GROUP,
        MEMBER,
        MEMBERSHIP,
        TASK
    }

    /** An id like those that the service makes, whose end is the number. */
    static UUID id(Kind kind, long number) {
        return UUID.fromString("019a0000-%04x-7000-8000-%012x".formatted(kind.ordinal(), number));
    }

    /** The same in SQL, over an expression for the number; kinds beyond those above are for rows of the journal. */
    static String idSql(int kind, String number) {
        return "('019a0000-%04x-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid".formatted(kind, number);
    }

    /** What the issuer knows a member's account as. */
    static String subject(long member) {
        return id(Kind.MEMBER, member).toString();
    }

    static String region(int number) {
        return MOVEMENT + ".r" + number;
    }

    int townOf(int memberOrTask) {
        return memberOrTask % plan.towns();
    }

    String path(int town) {
        return region(town % Plan.REGIONS) + ".t" + town;
    }

    /** In rows from the south to the north, a hundredth of a degree (1.1 km) apart; in degrees. */
    double latitude(int town) {
        return 50 + town % TOWNS_IN_A_ROW / 100.0;
    }

    double longitude(int town) {
        return -4 + town / TOWNS_IN_A_ROW / 2.0;
    }

    /** The same in SQL, over an expression for the town's number. */
    static Map<String, String> placeSql(String town) {
        return Map.of(
                "latitude", "50 + (%s %% %d) / 100.0".formatted(town, TOWNS_IN_A_ROW),
                "longitude", "-4 + (%s / %d) / 2.0".formatted(town, TOWNS_IN_A_ROW));
    }

    /** How often each person can claim another task of their town. */
    int tasksInTown() {
        return plan.tasks() / plan.towns();
    }

    /** The task with this number among those of a town. */
    int task(int town, int number) {
        return town + number * plan.towns();
    }
}
