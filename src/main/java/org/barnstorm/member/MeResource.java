package org.barnstorm.member;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.http.MergePatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/")
@RolesAllowed("member")
@Tag(name = "me", description = "The caller's own record. The first call makes a signed-in person a member.")
class MeResource {
    private final CurrentCaller caller;
    private final MemberService members;

    MeResource(CurrentCaller caller, MemberService members) {
        this.caller = caller;
        this.members = members;
    }

    @GET
    @Path("me")
    @Operation(operationId = "getMe", summary = "Show me", description = "My profile and where I belong.")
    public MeView me() {
        return members.me(caller.get());
    }

    @PATCH
    @Path("me")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "editMe",
            summary = "Edit my profile",
            description = "JSON Merge Patch (RFC 7396). One's own record needs no If-Match.")
    public MeView edit(
            @RequestBody(content = @Content(schema = @Schema(implementation = Profile.class))) MergePatch patch) {
        return members.edit(caller.get(), patch);
    }
}
