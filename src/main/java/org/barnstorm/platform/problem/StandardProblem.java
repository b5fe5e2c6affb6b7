package org.barnstorm.platform.problem;

/** The refusals that HTTP itself knows, before any use case is reached. */
public enum StandardProblem {
    MALFORMED_REQUEST(400, "malformed-request", "The request could not be understood."),
    UNAUTHENTICATED(401, "unauthenticated", "Sign in and send the access token as a Bearer token."),
    FORBIDDEN(403, "forbidden", "Your account does not have the role that this needs."),
    NOT_FOUND(404, "not-found", "There is nothing at this address, or it is not visible to you."),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This address does not answer that method; see the Allow header."),
    NOT_ACCEPTABLE(406, "not-acceptable", "None of the media types you accept can be produced here."),
    TOO_LARGE(413, "too-large", "The body is larger than this operation takes."),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "This operation does not read that Content-Type."),
    HEADERS_TOO_LARGE(431, "headers-too-large", "The request headers are larger than 16 KiB."),
    INTERNAL(500, "internal", "Something went wrong on our side. The request id helps us to find out what."),
    UNAVAILABLE(503, "unavailable", "The service cannot reach its database just now. Try again in a moment.");

    public final int status;
    public final String code;
    public final String detail;

    StandardProblem(int status, String code, String detail) {
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    /** The problem for a bare status: 400 for any other refusal of the client, 500 for any other failure of ours. */
    public static StandardProblem of(int status) {
        for (var problem : values()) {
            if (problem.status == status) return problem;
        }
        return status < 500 ? MALFORMED_REQUEST : INTERNAL;
    }
}
