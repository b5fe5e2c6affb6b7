package org.barnstorm.member;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/")
@RolesAllowed("member")
@Tag(name = "me")
class TakeoutResource {
    private final CurrentCaller caller;
    private final TakeoutService takeouts;

    TakeoutResource(CurrentCaller caller, TakeoutService takeouts) {
        this.caller = caller;
        this.takeouts = takeouts;
    }

    @GET
    @Path("me/export")
    @Refuses(status = 409, code = "busy", detail = "Another request is changing this just now. Try again in a second.")
    @Refuses(
            status = 429,
            code = "too-many-takeouts",
            detail = "You took out your data 5 times within 24 hours. Go on at 2026-11-22T09:30:00Z.")
    @Operation(operationId = "exportMe", summary = "Take out everything about me", description = """
                    All that is held about the caller, as it is at one moment: profile, accounts, memberships, work, learning,
                    mandates, vouches, suspensions, what others decided about them, and what the journal has of their acts. Other
                    people are in it as ids. No secret is: no link of a calendar or certificate, no key of a webhook.
                    """)
    public TakeoutView takeOut() {
        takeouts.begin(caller.get());
        return takeouts.read(caller.get());
    }
}
