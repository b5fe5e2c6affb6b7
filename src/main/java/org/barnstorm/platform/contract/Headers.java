package org.barnstorm.platform.contract;

import java.util.List;
import org.barnstorm.platform.http.RequestId;
import org.barnstorm.platform.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Headers that follow from the kind of operation and of answer. */
final class Headers {
    static final String REQUEST_ID = "RequestId";
    static final String RETRY_AFTER = "RetryAfter";
    static final String CHALLENGE = "Challenge";

    private static final String LIMIT = "RateLimit";
    private static final String POLICY = "RateLimitPolicy";
    private static final String ETAG = "ETag";
    private static final String CONTENT_TAG = "ContentTag";
    private static final String CACHE_CONTROL = "CacheControl";
    private static final String NOT_MODIFIED = "304";
    private static final String NEXT = "NextPage";
    private static final String IDEMPOTENCY_KEY = "IdempotencyKey";
    private static final String REF = "#/components/headers/";

    private final Code code;

    Headers(Code code) {
        this.code = code;
    }

    void declare(Components components) {
        components
                .addHeader(
                        REQUEST_ID,
                        text(
                                "Id of the request, for questions about it: your own X-Request-Id, or one made for you.",
                                "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11"))
                .addHeader(ETAG, text("Content version. Send it as If-Match to edit.", "\"0\""))
                .addHeader(
                        CONTENT_TAG,
                        text(
                                "Made from what is in the answer. Send it as If-None-Match to get it again only when it changed.",
                                "\"V2hhdCBpcyBpbiBpdC4gTW9yZS4x\""))
                .addHeader(
                        CACHE_CONTROL,
                        text(
                                "How long you may keep it: `private` in a cache of your own, `public` in any.",
                                "private, max-age=300"))
                .addHeader(NEXT, text("The next page, `rel=\"next\"`; absent on the last one.", """
                                <https://barnstorm.example.org/api/v1/groups?cursor=eyJrIjpbIjAxOTlkNmYwIl19.m8Qx>; rel="next\""""))
                .addHeader(
                        RETRY_AFTER,
                        text("Seconds after which to try again; with `busy`, `budget-spent` and `rate-limited`.", "1"))
                .addHeader(
                        LIMIT,
                        text(
                                "For each limit that counted the request: `r` requests are left until `t` seconds from now (draft-ietf-httpapi-ratelimit-headers). Absent when that is unknown.",
                                "\"program\";r=550;t=42"))
                .addHeader(POLICY, text("The same limits: `q` requests within `w` seconds.", "\"program\";q=600;w=60"))
                .addHeader(CHALLENGE, text("What to send (RFC 6750).", "Bearer error=\"invalid_token\""))
                .addParameter(IDEMPOTENCY_KEY, key());
    }

    void complete(PathItem.HttpMethod method, Operation operation) {
        if (method == PathItem.HttpMethod.POST) {
            operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/" + IDEMPOTENCY_KEY));
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) complete(answer);
        });
        var ok = operation.getResponses().getAPIResponse("200");
        if (ok != null && isKept(ok)) sayWhenUnchanged(operation, ok);
    }

    private boolean isKept(APIResponse answer) {
        return answer.getContent() != null
                && answer.getContent().getMediaTypes().values().stream()
                        .anyMatch(media -> code.isCached(media.getSchema()));
    }

    private static void sayWhenUnchanged(Operation operation, APIResponse ok) {
        ok.addHeader("ETag", ref(CONTENT_TAG)).addHeader("Cache-Control", ref(CACHE_CONTROL));
        var unchanged = OASFactory.createAPIResponse()
                .description("It is still what you have.")
                .addHeader(RequestId.HEADER, ref(REQUEST_ID))
                .addHeader("ETag", ref(CONTENT_TAG))
                .addHeader("Cache-Control", ref(CACHE_CONTROL));
        sayLimits(unchanged);
        operation.getResponses().addAPIResponse(NOT_MODIFIED, unchanged);
        operation.addParameter(OASFactory.createParameter()
                .name("If-None-Match")
                .in(Parameter.In.HEADER)
                .description("ETag of the answer that you have.")
                .schema(string())
                .example("\"V2hhdCBpcyBpbiBpdC4gTW9yZS4x\""));
    }

    /** What is left of the limits, with every answer that somebody gets who has signed in. */
    static void sayLimits(APIResponse answer) {
        answer.addHeader("RateLimit", ref(LIMIT)).addHeader("RateLimit-Policy", ref(POLICY));
    }

    static Header ref(String name) {
        return OASFactory.createHeader().ref(REF + name);
    }

    private void complete(APIResponse answer) {
        answer.addHeader(RequestId.HEADER, ref(REQUEST_ID));
        sayLimits(answer);
        if (answer.getContent() == null) return;
        for (var media : answer.getContent().getMediaTypes().values()) {
            if (code.isVersioned(media.getSchema())) answer.addHeader(ETAG, ref(ETAG));
            if (Code.isPage(media.getSchema())) answer.addHeader("Link", ref(NEXT));
        }
    }

    private static Parameter key() {
        return OASFactory.createParameter()
                .name(Idempotent.HEADER)
                .in(Parameter.In.HEADER)
                .description("""
                        Makes it safe to repeat the request when its answer was lost: within 24 hours the work happens once. An
                        import needs none, because repeating it changes nothing.
                        """)
                .schema(string().pattern("^[\\x21-\\x7e]{1,255}$").maxLength(255))
                .example("0199d6f0-9a10-7d31-8d7e-5b1f5a0c2e44");
    }

    private static Header text(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(string())
                .example(example);
    }

    private static Schema string() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }
}
