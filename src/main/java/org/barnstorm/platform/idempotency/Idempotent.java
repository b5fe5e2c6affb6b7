package org.barnstorm.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Makes a POST repeatable. With an {@code Idempotency-Key} header the work happens once; a repeat gets the first status
 * and the thing as it is now, so that no copy of anybody's data is kept. Semantics: docs/api.md, after the IETF draft
 * "The Idempotency-Key HTTP Header Field".
 */
@RequestScoped
public class Idempotent {
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final IdempotencyKeys keys;
    private final ObjectMapper json;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final JsonWebToken token;

    Idempotent(IdempotencyKeys keys, ObjectMapper json, HttpHeaders headers, UriInfo uri, JsonWebToken token) {
        this.keys = keys;
        this.json = json;
        this.headers = headers;
        this.uri = uri;
        this.token = token;
    }

    /**
     * Does the work, or finds what it made the first time.
     *
     * @param body what was sent; part of what makes two requests the same
     * @param work the use case; joins the transaction in which the key is stored
     * @param id the id of what it made
     * @param again reads that thing as it is now
     */
    public <T> RestResponse<T> answer(
            Status status, Object body, Supplier<T> work, Function<T, UUID> id, Function<UUID, T> again) {
        var key = key();
        if (key == null) return RestResponse.status(status, work.get());
        var caller = token.getSubject();
        return RestResponse.status(status, keys.once(caller, key, fingerprint(body), work, id, again));
    }

    /**
     * What a key made the first time, if it did: asked first by work that is tried several times, each try a transaction
     * of its own with {@link #done}.
     */
    public <T> Optional<RestResponse<T>> repeated(Object body, Function<UUID, T> again) {
        var key = key();
        if (key == null) return Optional.empty();
        return keys.earlier(token.getSubject(), key, fingerprint(body)).map(id -> RestResponse.ok(again.apply(id)));
    }

    /** 201 for something new. */
    public <T> RestResponse<T> created(Object body, Supplier<T> work, Function<T, UUID> id, Function<UUID, T> again) {
        return answer(Status.CREATED, body, work, id, again);
    }

    /** 200 for an act on something that exists. */
    public <T> RestResponse<T> done(Object body, Supplier<T> work, Function<T, UUID> id, Function<UUID, T> again) {
        return answer(Status.OK, body, work, id, again);
    }

    private String key() {
        var key = headers.getHeaderString(HEADER);
        if (key != null && !KEY.matcher(key).matches()) {
            throw Refusal.malformed("malformed-key", "An Idempotency-Key has 1 to 255 visible ASCII characters.");
        }
        return key;
    }

    private byte[] fingerprint(Object body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(uri.getPath().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(json.writeValueAsBytes(body));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, and bodies came from JSON", e);
        }
    }
}
