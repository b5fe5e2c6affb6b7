package org.barnstorm.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refusal on the wire: RFC 9457 problem details. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "RFC 9457 problem details. Every refusal has this shape.")
public record Problem(
        @Schema(
                format = "uri-reference",
                description = "Which problem; the path leads to its explanation.",
                examples = "/problems/task-full")
        URI type,

        @Schema(description = "The kind of problem, the same each time.", examples = "Conflict")
        String title,

        @Schema(description = "The HTTP status.", examples = "409")
        int status,

        @Schema(
                description = "What happened this time and what to do instead.",
                examples = "All 5 places are taken. Try one of the alternatives.")
        String detail,

        @Schema(
                description = "This occurrence: the request id, as in the X-Request-Id header.",
                examples = "urn:request:0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11")
        URI instance,

        @Nullable @Schema(description = "The places in the input that are wrong.")
        List<Refusal.Violation> errors,

        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> more) {

    /** The media type of every refusal. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
