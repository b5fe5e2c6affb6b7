package org.barnstorm.member;

import io.restassured.response.ValidatableResponse;
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
}
