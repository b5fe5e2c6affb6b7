package org.barnstorm.importing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "imports", description = "Bringing people in from a file, and whom a group expects since.")
class ImportResource {
    private static final int ERRORS_AT_ONCE = 1_000;

    private final CurrentCaller caller;
    private final ImportService imports;
    private final DuplicateService duplicates;
    private final Upload upload;
    private final Pages pages;
    private final Idempotent idempotent;

    ImportResource(
            CurrentCaller caller,
            ImportService imports,
            DuplicateService duplicates,
            Upload upload,
            Pages pages,
            Idempotent idempotent) {
        this.caller = caller;
        this.imports = imports;
        this.duplicates = duplicates;
        this.upload = upload;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("groups/{path}/imports")
    @Consumes("text/csv")
    @ResponseStatus(201)
    @Refuses(status = 400, code = "malformed-csv", detail = "The first line is not CSV (RFC 4180): check its quotes.")
    @Refuses(
            status = 400,
            code = "missing-column",
            detail =
                    "The first line does not name the column email. Choose the preset of the tool that the file is from, or name the column.")
    @Refuses(status = 400, code = "repeated-column", detail = "The first line names the column email twice.")
    @Refuses(
            status = 400,
            code = "wrong-encoding",
            detail = "The file is not text in UTF-8. Save it as “CSV UTF-8”, or convert it, and upload it again.")
    @Refuses(status = 409, code = "group-merged", detail = "uk.kemptown is part of uk.brighton now. Go there instead.")
    @Refuses(
            status = 409,
            code = "import-open",
            detail = "Another import of this group is not over. Start it and let it end, or cancel it.")
    @Operation(operationId = "importMembers", summary = "Upload a file with people", description = """
                    Needs MEMBER_IMPORT. UTF-8 with a line of column names, separated by commas, semicolons or tabs. Nobody is
                    brought in yet: the file is checked, and `GET /imports/{id}` shows what it would do. What columns are called
                    the preset says; each can be named instead. Other columns are not read. People who opted out are left out.
                    """)
    public RestResponse<ImportView> create(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("BARNSTORM") @Parameter(description = "Which tool the file is from.")
                    Preset preset,
            @RestQuery
                    @Size(min = 2, max = 2)
                    @Parameter(
                            description = "Where numbers without a country code are from (ISO 3166-1).",
                            example = "GB")
                    String region,
            @RestQuery @Size(max = 200) @Parameter(description = "Column with the e-mail address.", example = "E-Mail")
                    String email,
            @RestQuery @Size(max = 200) @Parameter(description = "Column with the telephone number.", example = "Tel")
                    String phone,
            @RestQuery @Size(max = 200) @Parameter(description = "Column with the first name.", example = "Given name")
                    String firstName,
            @RestQuery @Size(max = 200) @Parameter(description = "Column with the last name.", example = "Surname")
                    String lastName,
            @RestQuery
                    @Size(max = 200)
                    @Parameter(description = "Column with the id in the other tool.", example = "No")
                    String externalId,
            @RestQuery
                    @Size(max = 200)
                    @Parameter(description = "Column that says who agreed; nobody else is brought in.", example = "OK")
                    String optedIn,
            @RestQuery
                    @Size(max = 200)
                    @Parameter(description = "Column that says who does not want to be contacted.", example = "Left")
                    String optedOut,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = SchemaType.STRING),
                                            examples =
                                                    @ExampleObject(
                                                            name = "one person",
                                                            value =
                                                                    "email,phone,first_name,last_name\nada@example.org,01632 960001,Ada,Lovelace\n")))
                    InputStream file) {
        var named = new EnumMap<Field, String>(Field.class);
        named.put(Field.EMAIL, email);
        named.put(Field.PHONE, phone);
        named.put(Field.FIRST_NAME, firstName);
        named.put(Field.LAST_NAME, lastName);
        named.put(Field.EXTERNAL_ID, externalId);
        named.put(Field.OPTED_IN, optedIn);
        named.put(Field.OPTED_OUT, optedOut);
        return receive(path, new Wanted(preset, region, named), file);
    }

    private RestResponse<ImportView> receive(GroupPath path, Wanted wanted, InputStream file) {
        imports.requireMay(caller.get(), path);
        var received = upload.receive(file);
        var made = false;
        try {
            var answer = idempotent.created(
                    List.of(wanted, received.digest()),
                    () -> imports.create(caller.get(), path, wanted, received),
                    ImportView::id,
                    id -> imports.show(caller.get(), id));
            made = answer.getEntity().id().equals(received.id());
            return answer;
        } finally {
            if (!made) upload.discard(received.id());
        }
    }

    @GET
    @Path("groups/{path}/imports")
    @Operation(
            operationId = "listImports",
            summary = "List the imports of a group",
            description = "Needs MEMBER_IMPORT. The oldest first, past ones too.")
    public Page<ImportView> list(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(imports.list(caller.get(), path, pages.window(limit, cursor)));
    }

    @GET
    @Path("imports/{id}")
    @Operation(
            operationId = "getImport",
            summary = "Show how far an import is",
            description =
                    "With MEMBER_IMPORT in its group. What it would do is complete from PREVIEW on; what it does grows while it is RUNNING.")
    public ImportView show(@RestPath @Parameter(description = "Id of the import.") UUID id) {
        return imports.show(caller.get(), id);
    }

    @POST
    @Path("imports/{id}/start")
    @Refuses(status = 409, code = "import-state", detail = "An import that is CHECKING cannot be started.")
    @Refuses(status = 409, code = "group-merged", detail = "uk.kemptown is part of uk.brighton now. Go there instead.")
    @Operation(
            operationId = "startImport",
            summary = "Do what the preview shows",
            description =
                    "Needs MEMBER_IMPORT. Decide about possible duplicates before. Started again, it stays as it is.")
    public RestResponse<ImportView> start(@RestPath @Parameter(description = "Id of the import.") UUID id) {
        return idempotent.done(
                "", () -> imports.start(caller.get(), id), ImportView::id, again -> imports.show(caller.get(), again));
    }

    @POST
    @Path("imports/{id}/cancel")
    @Refuses(status = 409, code = "import-state", detail = "An import that is DONE cannot be cancelled.")
    @Operation(
            operationId = "cancelImport",
            summary = "Cancel an import",
            description =
                    "Needs MEMBER_IMPORT. Nobody is brought in any more; who was, stays. Cancelled again, it stays as it is.")
    public RestResponse<ImportView> cancel(@RestPath @Parameter(description = "Id of the import.") UUID id) {
        return idempotent.done(
                "", () -> imports.cancel(caller.get(), id), ImportView::id, again -> imports.show(caller.get(), again));
    }

    @GET
    @Path("imports/{id}/errors")
    @Produces("text/csv; charset=UTF-8")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = ImportFault.class)))
    @Operation(
            operationId = "getImportErrors",
            summary = "Download which lines bring nobody, and why",
            description =
                    "With MEMBER_IMPORT in the group. Kept for a week after the end (404 after that). Safe to open in a spreadsheet.")
    public StreamingOutput errors(@RestPath @Parameter(description = "Id of the import.") UUID id) {
        var asking = caller.get();
        return new ErrorsCsv(
                imports.faults(asking, id, 0, ERRORS_AT_ONCE),
                after -> imports.faults(asking, id, after, ERRORS_AT_ONCE));
    }

    @GET
    @Path("imports/{id}/duplicates")
    @Refuses(
            status = 429,
            code = "budget-spent",
            detail =
                    "You have 300 a day of different people looked at, 300 are used, and this is 1 more. It refills at 2026-11-22T00:00:00Z.")
    @Operation(
            operationId = "listPossibleDuplicates",
            summary = "List lines that may be somebody who is there already",
            description = "With MEMBER_IMPORT in the group: the same telephone, another e-mail address.")
    public Page<DuplicateView> duplicates(
            @RestPath @Parameter(description = "Id of the import.") UUID id,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(duplicates.list(caller.get(), id, pages.window(limit, cursor)));
    }

    @POST
    @Path("imports/{id}/duplicates/{line}")
    @Refuses(status = 409, code = "import-state", detail = "An import that is RUNNING cannot be decided about.")
    @Operation(
            operationId = "decidePossibleDuplicate",
            summary = "Say whether a line is somebody who is there already",
            description =
                    "Needs MEMBER_IMPORT, before the import is started. The last word counts. Undecided lines bring nobody.")
    public RestResponse<DuplicateView> decide(
            @RestPath @Parameter(description = "Id of the import.") UUID id,
            @RestPath @Min(1) @Parameter(description = "Number of the line.", example = "17") long line,
            @Valid @NotNull NewDecision wanted) {
        return idempotent.done(
                wanted,
                () -> duplicates.decide(caller.get(), id, line, wanted.decision()),
                decided -> id,
                again -> duplicates.show(caller.get(), again, line));
    }
}
