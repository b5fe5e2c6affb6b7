package org.barnstorm.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request that a client can send at once. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StepAction", description = "A request of this API that you can send as it stands.")
record Action(
        @Schema(description = "The method.", examples = "GET")
        Method method,

        @Schema(
                description = "The path, below the base of the API.",
                examples = "/enrolments/0199d6f0-5f3c-7c55-9d0a-2f3fc04d5114/steps/check")
        String path,

        @Nullable @Schema(description = "The body, as JSON; absent for none.")
        Body body) {

    /** The methods that steps need. */
    @Schema(name = "StepMethod", description = "A method of HTTP.")
    enum Method {
        GET,
        POST,
        PUT
    }

    /** All that steps send. */
    @Schema(name = "StepBody", description = "What to send.")
    record Body(@Schema(description = "In which group.") GroupPath group) {}

    static Action get(String path) {
        return new Action(Method.GET, path, null);
    }

    static Action put(String path) {
        return new Action(Method.PUT, path, null);
    }

    static Action post(String path) {
        return new Action(Method.POST, path, null);
    }

    static Action post(String path, GroupPath group) {
        return new Action(Method.POST, path, new Body(group));
    }
}
