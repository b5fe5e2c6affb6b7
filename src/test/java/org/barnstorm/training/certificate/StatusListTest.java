package org.barnstorm.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class StatusListTest {
    @Test
    void the_first_bit_is_the_leftmost() throws IOException {
        var bits = decode(StatusList.encode(List.of(0, 9, StatusList.BITS - 1)));
        assertThat(bits).hasSize(16_384);
        assertThat(bits[0]).isEqualTo((byte) 0b1000_0000);
        assertThat(bits[1]).isEqualTo((byte) 0b0100_0000);
        assertThat(bits[16_383]).isEqualTo((byte) 0b0000_0001);
        assertThat(IntStream.range(0, StatusList.BITS).filter(index -> isSet(bits, index)))
                .containsExactly(0, 9, StatusList.BITS - 1);
    }

    @Test
    void it_says_how_it_is_encoded_and_has_nothing_that_addresses_lack() {
        assertThat(StatusList.encode(List.of())).matches("u[A-Za-z0-9_-]+").hasSizeLessThan(100);
    }

    @Test
    void however_many_are_revoked_it_stays_small() {
        var chance = new Random(7);
        var half = IntStream.range(0, StatusList.BITS)
                .filter(index -> chance.nextBoolean())
                .boxed()
                .toList();
        assertThat(StatusList.encode(half)).hasSizeLessThan(22_000);
    }

    @Test
    void the_same_is_encoded_alike_whatever_the_order() {
        assertThat(StatusList.encode(List.of(5, 3))).isEqualTo(StatusList.encode(List.of(3, 5)));
    }

    static byte[] decode(String encoded) throws IOException {
        assertThat(encoded).startsWith("u");
        try (var gzip = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(encoded.substring(1))))) {
            return gzip.readAllBytes();
        }
    }

    static boolean isSet(byte[] bits, int index) {
        return (bits[index / 8] & (0x80 >>> index % 8)) != 0;
    }
}
