package org.barnstorm.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

/** Operations that go away: what clients and the contract say of them. */
class RetirementTest {
    /** What a resource looks like that has some. */
    private static final class Sample {
        @Operation(operationId = "sampleOld", description = "The old way.")
        @Retiring(since = "2027-01-15", sunset = "2027-07-15", successor = "/me/assignments")
        public void old() {}

        @Operation(operationId = "sampleNew", description = "The new way.")
        public void now() {}
    }

    private static org.eclipse.microprofile.openapi.models.Operation operation(String id) {
        return OASFactory.createOperation()
                .operationId(id)
                .description("A way.\n")
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", OASFactory.createAPIResponse())
                        .addAPIResponse("404", OASFactory.createAPIResponse()));
    }

    private static Code code() throws IOException {
        var api = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents().schemas(new HashMap<>()));
        return new Code(Index.of(Sample.class), api);
    }

    @Test
    void clients_are_told_since_when_until_when_and_what_instead() throws NoSuchMethodException {
        var retirement =
                RetiringAnswers.retirement(Sample.class.getMethod("old")).orElseThrow();
        assertThat(retirement.headers())
                .containsExactly(
                        entry("Deprecation", "@1799971200"),
                        entry("Sunset", "Thu, 15 Jul 2027 00:00:00 GMT"),
                        entry("Link", "</api/v1/me/assignments>; rel=\"successor-version\""));
        assertThat(RetiringAnswers.retirement(Sample.class.getMethod("now"))).isEmpty();
    }

    @Test
    void without_a_successor_none_is_named() {
        var retirement = new Retirement(LocalDate.parse("2027-01-15"), LocalDate.parse("2027-07-15"), "");
        assertThat(retirement.headers()).containsOnlyKeys("Deprecation", "Sunset");
    }

    @Test
    void nobody_is_given_less_than_half_a_year() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retirement(LocalDate.parse("2027-01-15"), LocalDate.parse("2027-07-14"), ""))
                .withMessageContaining("6 months");
    }

    @Test
    void the_contract_marks_it() throws IOException {
        var old = operation("sampleOld");
        code().retirement(old).orElseThrow().complete(old);
        assertThat(old.getDeprecated()).isTrue();
        assertThat(old.getDescription()).contains("may be gone from 2027-07-15 on", "`/me/assignments`");
        assertThat(old.getResponses().getAPIResponse("200").getHeaders())
                .containsOnlyKeys("Deprecation", "Sunset", "Link");
        assertThat(old.getResponses().getAPIResponse("404").getHeaders()).isNull();
        assertThat(code().retirement(operation("sampleNew"))).isEmpty();
    }
}
