package org.barnstorm.task.series;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDateTime;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.http.IfMatch;
import org.barnstorm.platform.http.MergePatch;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "series", description = "Work that comes again by a rule, such as every Tuesday at six.")
class SeriesResource {
    private final CurrentCaller caller;
    private final SeriesService series;
    private final SeriesSplitService splits;
    private final Pages pages;
    private final Idempotent idempotent;

    SeriesResource(
            CurrentCaller caller, SeriesService series, SeriesSplitService splits, Pages pages, Idempotent idempotent) {
        this.caller = caller;
        this.series = series;
        this.splits = splits;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("series")
    @ResponseStatus(201)
    @Refuses(
            status = 409,
            code = "template-retired",
            detail = "This template was retired on 2026-12-05T12:00:00Z. Use another.")
    @Refuses(
            status = 422,
            code = "unknown-template",
            detail = "There is no such template, or it is not for your part of the tree.")
    @Refuses(
            status = 422,
            code = "outside-template",
            detail = "This template is for uk.south-east and the groups below it. Choose one of them.")
    @Refuses(status = 422, code = "unknown-course", detail = "There is no such course.")
    @Refuses(
            status = 422,
            code = "unknown-kind",
            detail =
                    "There is no kind of work \"canvass\" in uk.south-east.brighton-pavilion; see its list of kinds, or ask a lead to add one.")
    @Refuses(
            status = 422,
            code = "invalid-rrule",
            detail = "This is not a rule that RFC 5545 section 3.3.10 has: Unknown FREQ value FORTNIGHTLY.")
    @Refuses(
            status = 422,
            code = "start-not-in-rule",
            detail =
                    "The first time is not one that the rule gives: 2026-12-01T18:00 is the next. Start then, or change the rule.")
    @Refuses(
            status = 422,
            code = "rrule-too-often",
            detail =
                    "The rule makes more than 100 tasks within 28 days. Make one task with more places, or a rule that comes less often.")
    @Refuses(
            status = 429,
            code = "budget-spent",
            detail =
                    "You have 20 a day of tasks made, 20 are used, and this is 1 more. It refills at 2026-11-22T00:00:00Z.")
    @Operation(operationId = "createSeries", summary = "Make work that comes again", description = """
                    Needs TASK_CREATE at the group, and to open its tasks at once TASK_EDIT as well. Tasks are made four weeks
                    ahead; those that are near come with the answer. From then on each is a task like others.
                    """)
    public RestResponse<SeriesView> create(@Valid @NotNull NewSeries wanted) {
        return idempotent.created(
                wanted, () -> series.create(caller.get(), wanted), SeriesView::id, id -> series.show(caller.get(), id));
    }

    @GET
    @Path("series")
    @Operation(
            operationId = "listSeries",
            summary = "List series",
            description = "Those of a group and of the groups below it. Needs TASK_CREATE or TASK_EDIT there.")
    public Page<SeriesView> list(
            @RestQuery @NotNull @Parameter(description = "The group.") GroupPath group,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(series.list(caller.get(), group, pages.window(limit, cursor)));
    }

    @GET
    @Path("series/{id}")
    @Operation(
            operationId = "getSeries",
            summary = "Show a series",
            description = "With its tasks to come. For whoever makes or manages tasks in its group.")
    public SeriesView show(@RestPath UUID id) {
        return series.show(caller.get(), id);
    }

    @PATCH
    @Path("series/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Refuses(
            status = 409,
            code = "series-ended",
            detail = "This series ended on 2026-12-05T12:00:00Z. Make another one.")
    @Refuses(status = 409, code = "occurrence-over", detail = "That time has come already. Choose a later one.")
    @Refuses(
            status = 422,
            code = "unknown-occurrence",
            detail = "The series has no such time, or leaves it out. Send one that it has.")
    @Refuses(status = 422, code = "unknown-course", detail = "There is no such course.")
    @Refuses(
            status = 422,
            code = "unknown-kind",
            detail =
                    "There is no kind of work \"canvass\" in uk.south-east.brighton-pavilion; see its list of kinds, or ask a lead to add one.")
    @Refuses(
            status = 422,
            code = "invalid-rrule",
            detail = "This is not a rule that RFC 5545 section 3.3.10 has: Unknown FREQ value FORTNIGHTLY.")
    @Refuses(
            status = 422,
            code = "start-not-in-rule",
            detail =
                    "The first time is not one that the rule gives: 2026-12-01T18:00 is the next. Start then, or change the rule.")
    @Refuses(
            status = 422,
            code = "rrule-too-often",
            detail =
                    "The rule makes more than 100 tasks within 28 days. Make one task with more places, or a rule that comes less often.")
    @Refuses(
            status = 403,
            code = "on-probation",
            detail =
                    "Your tasks are looked at before they open, so what people read in one that has been released is changed by somebody else: ask a lead of the group.")
    @Refuses(
            status = 429,
            code = "budget-spent",
            detail =
                    "You have 20 a day of tasks made, 20 are used, and this is 1 more. It refills at 2026-11-22T00:00:00Z.")
    @Operation(
            operationId = "editSeries",
            summary = "Edit one occurrence of a series and the following",
            description = """
                    JSON Merge Patch (RFC 7396). Needs TASK_EDIT at its group and the ETag of the version you edited. The
                    series ends before `from`, and another one goes on from there with what you changed. Tasks in which there
                    is nobody are changed, or cancelled if nothing stands for them. Tasks that somebody has a place in stay as
                    they are and are in `kept`: edit each, and its holders are told. To edit one occurrence alone, edit its
                    task.
                    """)
    public SeriesSplit edit(
            @RestPath UUID id,
            @RestQuery
                    @NotNull
                    @Parameter(
                            description = "The first occurrence that is to be different, as the rule has it.",
                            example = "2026-12-08T18:00:00")
                    LocalDateTime from,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the version you edited.", example = "\"0\"")
                    String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = SeriesContent.class))) MergePatch patch) {
        return splits.split(caller.get(), id, from, IfMatch.of(ifMatch), patch);
    }

    @POST
    @Path("series/{id}/skip")
    @Refuses(
            status = 409,
            code = "series-ended",
            detail = "This series ended on 2026-12-05T12:00:00Z. Make another one.")
    @Refuses(status = 409, code = "occurrence-over", detail = "That time has come already. Choose a later one.")
    @Refuses(
            status = 409,
            code = "occurrence-taken",
            detail = "Places in the task of that time are taken: 2. Cancel the task itself, and they are told.")
    @Refuses(
            status = 422,
            code = "unknown-occurrence",
            detail = "The series has no such time, or leaves it out. Send one that it has.")
    @Operation(
            operationId = "skipOccurrence",
            summary = "Leave out one time of a series",
            description =
                    "Needs TASK_EDIT at its group. A task that was made for it is cancelled, if nobody has a place in it.")
    public RestResponse<SeriesView> skip(@RestPath UUID id, @Valid @NotNull Skip skip) {
        return idempotent.done(
                skip,
                () -> series.skip(caller.get(), id, skip),
                SeriesView::id,
                same -> series.show(caller.get(), same));
    }

    @POST
    @Path("series/{id}/end")
    @Refuses(
            status = 409,
            code = "series-ended",
            detail = "This series ended on 2026-12-05T12:00:00Z. Make another one.")
    @Operation(
            operationId = "endSeries",
            summary = "End a series",
            description =
                    "Needs TASK_EDIT at its group. No more tasks are made, and those to come in which there is nobody are cancelled; the others stay and are in `upcoming`.")
    public RestResponse<SeriesView> end(@RestPath UUID id) {
        return idempotent.done(
                "", () -> series.end(caller.get(), id), SeriesView::id, same -> series.show(caller.get(), same));
    }
}
