package org.barnstorm.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.barnstorm.platform.paging.Paged;

/** Headers that follow from the kind of answer: ETag for what can be edited, Link for what goes on, and a cache for nothing but maps. */
@Provider
class AnswerHeaders implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        // Membership alone reveals a political opinion: nothing about people may rest in a cache.
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        if (response.getEntity() instanceof Versioned thing) {
            headers.putSingle(HttpHeaders.ETAG, new EntityTag(Long.toString(thing.version())));
        }
        if (response.getEntity() instanceof Cached kept) keep(kept, request, response);
        if (response.getEntity() instanceof Paged page && page.next() != null) {
            var next = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build();
            headers.putSingle(HttpHeaders.LINK, Link.fromUri(next).rel("next").build());
        }
    }

    /** In the client's own cache only; who has it already gets no second copy. */
    private static void keep(Cached kept, ContainerRequestContext request, ContainerResponseContext response) {
        var tag = Tag.of(kept.toString());
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CACHE_CONTROL, kept.cacheControl());
        headers.putSingle(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        headers.putSingle(HttpHeaders.ETAG, tag);
        if (!Tag.isKnown(tag, request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) return;
        response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
        response.setEntity(null);
    }
}
