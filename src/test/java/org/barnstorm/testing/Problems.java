package org.barnstorm.testing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What every refusal looks like, whoever refuses (RFC 9457). */
public final class Problems {
    private Problems() {}

    /** Checks the whole shape of a refusal with this status and code. */
    public static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        var requestId = answer.extract().header("X-Request-Id");
        return answer.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .header("X-Request-Id", notNullValue())
                .body("type", is("/problems/" + code))
                .body("status", is(status))
                .body("title", notNullValue())
                .body("detail", not(containsString("Exception")))
                .body("instance", endsWith(":" + requestId));
    }

    public static ValidatableResponse refused(Response answer, int status, String code) {
        return refused(answer.then(), status, code);
    }

    /** Whether the contract says to send the same once more: a row is busy, or the database has no connection free. */
    public static boolean meansAgain(int status, String code) {
        return status == 409 && code.equals("busy") || status == 503 && code.equals("unavailable");
    }

    /** What the caller may not see does not exist for them. */
    public static ValidatableResponse unseen(ValidatableResponse answer) {
        return refused(answer, 404, "not-found");
    }
}
