package org.barnstorm.bench;

import org.junit.jupiter.api.Test;

/** {@code mvn -Pbench verify} measures; as one of the usual tests a run of seconds shows that measuring works. */
class BenchIT {
    @Test
    void the_packaged_service_answers_fast_and_nothing_is_lost() throws Exception {
        new Bench(Plan.chosen()).run();
    }
}
