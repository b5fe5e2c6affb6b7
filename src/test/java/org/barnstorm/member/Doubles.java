package org.barnstorm.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.barnstorm.testing.Person;

/** People with two accounts. */
final class Doubles {
    private Doubles() {}

    static String code(Person gone) {
        return gone.act("/me/merge-code").statusCode(200).extract().path("code");
    }

    static ValidatableResponse preview(Person stays, Person gone) {
        return stays.post("/me/merge/preview", Map.of("code", code(gone)));
    }

    static ValidatableResponse merge(Person stays, Person gone) {
        return stays.post("/me/merge", Map.of("code", code(gone)));
    }

    /** Both say it, and nothing has moved. */
    static void inTheWay(Person stays, Person gone, String code) {
        var memberships = belongings(gone);
        preview(stays, gone).statusCode(200).body("taken", is(empty())).body("obstacles.code", hasItem(code));
        refused(merge(stays, gone), 409, "merge-obstacles").body("obstacles.code", hasItem(code));
        assertThat(belongings(gone)).isEqualTo(memberships);
    }

    private static List<String> belongings(Person gone) {
        return gone.get("/me").statusCode(200).extract().path("memberships.id");
    }
}
