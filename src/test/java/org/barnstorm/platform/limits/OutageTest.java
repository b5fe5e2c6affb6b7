package org.barnstorm.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutageTest {
    private long nanos = Long.MAX_VALUE - 5; // the clock may wrap round
    private final Outage outage = new Outage(() -> nanos);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void after_a_failure_one_request_in_a_while_asks_again_and_the_others_are_told_at_once() {
        fails();
        for (var i = 0; i < 5; i++) fails();
        assertThat(asked).hasValue(1);
        nanos += Outage.PAUSE;
        fails();
        fails();
        assertThat(asked).hasValue(2);
    }

    @Test
    void an_answer_ends_it_for_all() {
        fails();
        nanos += Outage.PAUSE;
        assertThat(outage.ask(() -> "here")).isEqualTo("here");
        assertThat(outage.ask(() -> "and here")).isEqualTo("and here");
    }

    private void fails() {
        assertThatThrownBy(() -> outage.ask(() -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("away");
                }))
                .isInstanceOf(Outage.Away.class);
    }
}
