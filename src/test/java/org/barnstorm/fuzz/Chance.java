package org.barnstorm.fuzz;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Everything that is left to chance in one request; the same for the same seed and number. */
final class Chance {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final Random random;

    Chance(long seed, int number) {
        random = new Random(seed * 1_000_003 + number);
        random.nextInt(); // the first of neighbouring seeds are much alike
    }

    /** So many times of a hundred. */
    boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    UUID id() {
        return new UUID(
                random.nextLong() & 0xffffffffffff0fffL | 0x7000L,
                random.nextLong() & Long.MAX_VALUE >> 1 | Long.MIN_VALUE);
    }

    /** So many letters. */
    String word(int letters) {
        var word = new StringBuilder();
        for (int i = 0; i < letters; i++) word.append(LETTERS.charAt(below(LETTERS.length())));
        return word.toString();
    }
}
