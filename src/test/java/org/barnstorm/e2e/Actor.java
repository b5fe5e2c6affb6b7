package org.barnstorm.e2e;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.ContractFilter;

/** Somebody with a token that Keycloak made, calling the packaged service. */
public record Actor(String token, UUID id) {
    private static final String API = "/api/v1";

    /** Signs in at Barnstorm: the first call makes them a member. */
    public static Actor withToken(String token) {
        Servers.get().people().requireMadeByKeycloak(token);
        var id = new Actor(token, null).get("/me").statusCode(200).extract().<String>path("id");
        return new Actor(token, UUID.fromString(id));
    }

    public ValidatableResponse get(String path) {
        return request().get(API + path).then();
    }

    public ValidatableResponse put(String path) {
        return request().put(API + path).then();
    }

    public ValidatableResponse delete(String path) {
        return request().delete(API + path).then();
    }

    public ValidatableResponse post(String path) {
        return request().post(API + path).then();
    }

    public ValidatableResponse post(String path, Map<String, ?> body) {
        return request()
                .contentType("application/json")
                .body(body)
                .post(API + path)
                .then();
    }

    public ValidatableResponse upload(String path, byte[] csv) {
        return request()
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post(API + path)
                .then();
    }

    private RequestSpecification request() {
        return given().filter(new ContractFilter()).auth().oauth2(token);
    }
}
