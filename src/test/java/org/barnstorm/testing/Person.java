package org.barnstorm.testing;

import static io.restassured.RestAssured.given;

import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Somebody with an account who sends requests to the API. */
public final class Person {
    public static final String API = "/api/v1";
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** JSON is UTF-8 (RFC 8259); the client's own default is not. */
    private static final RestAssuredConfig UTF_8 = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .defaultContentCharset(StandardCharsets.UTF_8)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false))
            .decoderConfig(DecoderConfig.decoderConfig().defaultContentCharset(StandardCharsets.UTF_8));

    private final TestIssuer.Account account;
    private final Supplier<String> token;
    private UUID id;

    Person(TestIssuer.Account account, Supplier<String> token) {
        this.account = account;
        this.token = token;
    }

    static Person of(TestIssuer issuer, TestIssuer.Account account, Set<String> roles) {
        return new Person(account, () -> issuer.token(account, roles));
    }

    /** Somebody who sends this text as their token, whatever it is. */
    public static RequestSpecification withToken(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** Somebody who has not signed in. */
    public static RequestSpecification anonymous() {
        return given().config(UTF_8).filter(new ContractFilter()).basePath(API);
    }

    public TestIssuer.Account account() {
        return account;
    }

    /** The member id; asking for it the first time makes the person a member. */
    public synchronized UUID id() {
        if (id == null)
            id = UUID.fromString(get("/me").statusCode(200).extract().path("id"));
        return id;
    }

    /** What a client does that follows the contract: busy means again. */
    public static ValidatableResponse patiently(Supplier<ValidatableResponse> act) {
        var answer = act.get();
        while (meansAgain(answer.extract())) answer = act.get();
        return answer;
    }

    private static boolean meansAgain(ExtractableResponse<Response> answer) {
        var status = answer.statusCode();
        if (status != 409 && status != 503) return false;
        return Problems.meansAgain(status, answer.<String>path("type").replace("/problems/", ""));
    }

    /** A fresh token, for clients of their own. */
    public String token() {
        return token.get();
    }

    /** A request with this person's token, for what the short forms below do not say. */
    public RequestSpecification request() {
        return withToken(token.get());
    }

    public ValidatableResponse get(String path, Object... values) {
        return request().get(path, values).then();
    }

    public ValidatableResponse post(String path, Object body, Object... values) {
        return request()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path, values)
                .then();
    }

    /** A POST that says all in its address. */
    public ValidatableResponse act(String path, Object... values) {
        return request().post(path, values).then();
    }

    /** A PUT of this body. */
    public ValidatableResponse replace(String path, Object body, Object... values) {
        return request()
                .contentType(ContentType.JSON)
                .body(body)
                .put(path, values)
                .then();
    }

    public ValidatableResponse put(String path, Object... values) {
        return request().put(path, values).then();
    }

    public ValidatableResponse delete(String path, Object... values) {
        return request().delete(path, values).then();
    }

    /** A merge patch of the version with this ETag; none is sent when it is null. */
    public ValidatableResponse patch(String path, String etag, Object body, Object... values) {
        var request = request().contentType(MERGE_PATCH).body(body);
        if (etag != null) request.header("If-Match", etag);
        return request.patch(path, values).then();
    }
}
