package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.junit.jupiter.api.Test;

/** While a newer version is rolled out, it may already have granted what this one does not know (T-20). */
@QuarkusTest
class NewerCapabilityTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void a_capability_from_the_future_allows_nothing_and_disturbs_nothing() {
        var lead = people.lead(town);
        var changed = Sql.run(
                "update mandate set capabilities = capabilities || '{FROM_THE_FUTURE}' where member_id = ?", lead.id());
        assertThat(changed).isEqualTo(1);
        lead.post("/groups", Map.of("path", town, "name", "Town")).statusCode(201);
        List<String> known = lead.get("/me/mandates").statusCode(200).extract().path("items[0].capabilities");
        assertThat(known).contains("GROUP_CREATE").doesNotContain("FROM_THE_FUTURE");
    }
}
