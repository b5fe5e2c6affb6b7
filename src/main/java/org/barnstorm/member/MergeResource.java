package org.barnstorm.member;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "me")
class MergeResource {
    private static final String NO_CODE =
            "This is no code that is good now. Sign in with the account that is to go, ask for a new one, and use it within 15"
                    + " minutes.";
    private static final String ONESELF =
            "This code is from the account that you are signed in with, or the two are one already. Sign in with the account"
                    + " that is to stay.";

    private final CurrentCaller caller;
    private final MergeService merges;
    private final Idempotent idempotent;

    MergeResource(CurrentCaller caller, MergeService merges, Idempotent idempotent) {
        this.caller = caller;
        this.merges = merges;
        this.idempotent = idempotent;
    }

    @POST
    @Path("me/merge-code")
    @Operation(
            operationId = "makeMergeCode",
            summary = "Let this account become part of another of mine",
            description = """
                    For somebody who has two accounts, signed in with the one that is to go. Whoever has the code can take over
                    this account for 15 minutes: use it yourself, and show it to nobody. Nothing happens until it is used.
                    """)
    public MergeCode code() {
        return merges.code(caller.get());
    }

    @POST
    @Path("me/merge/preview")
    @Refuses(status = 409, code = "merge-code", detail = NO_CODE)
    @Refuses(status = 409, code = "merge-with-oneself", detail = ONESELF)
    @Operation(operationId = "previewAccountMerge", summary = "Show what a merge would do", description = """
                    Signed in with the account that is to stay, and with a code of the other: whose it is, and how much would become
                    yours, or what has to be put right first. Go on only if the account is yours: whoever signs in with it will be
                    you, with all that you may do. Nothing happens, and the code can be used again.
                    """)
    public MergePreview preview(@Valid @NotNull OtherAccount wanted) {
        return merges.preview(caller.get(), wanted);
    }

    @POST
    @Path("me/merge")
    @Refuses(status = 409, code = "merge-code", detail = NO_CODE)
    @Refuses(status = 409, code = "merge-with-oneself", detail = ONESELF)
    @Refuses(
            status = 409,
            code = "merge-obstacles",
            detail = "Something has to be put right first; `obstacles` says what and how.")
    @Operation(operationId = "mergeAccounts", summary = "Make one member of my two", description = """
                    Signed in with the account that is to stay, and with a code of the other. Never use a code that somebody gave
                    you: who has that account will be you. From the answer on you are one member with both accounts: memberships, work, courses and calendars of the other are yours. Its profile is erased,
                    yours stays as it is. This cannot be undone.
                    """)
    public RestResponse<MergeView> merge(@Valid @NotNull OtherAccount wanted) {
        return idempotent.done(
                wanted,
                () -> merges.merge(caller.get(), wanted),
                MergeView::gone,
                gone -> merges.show(caller.get(), gone));
    }
}
