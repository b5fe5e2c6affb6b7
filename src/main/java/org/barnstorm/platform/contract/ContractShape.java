package org.barnstorm.platform.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.IndexView;

/**
 * Completes the OpenAPI document while the application is built. Resources say what is theirs alone; what every list,
 * every edit or every POST has is written here, once, so that no operation can forget it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ContractShape implements OASFilter {
    static final String BASE = "/api/v1";

    private final IndexView index;

    public ContractShape(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        describe(api);
        nameZones(api);
        nameWallTimes(api);
        SignIn.declare(api);
        var code = new Code(index, api);
        code.namePages();
        code.sayTypesOnce();
        code.markRequired();
        new MergePatches(api).write();
        var problems = new ProblemAnswers(code, api.getComponents());
        problems.declare();
        var headers = new Headers(code);
        headers.declare(api.getComponents());
        var examples = new Examples(api);
        var paths = OASFactory.createPaths();
        api.getPaths().getPathItems().forEach((path, item) -> {
            var shorter = path.substring(BASE.length());
            operations(item).forEach((method, operation) -> {
                code.placeSuccess(operation);
                problems.complete(method, shorter, operation);
                headers.complete(method, operation);
                SignIn.require(code.scopes(operation), operation);
                if (code.isForAnyProgram(operation)) SignIn.requireProgram(operation);
                if (code.isForEverybody(operation)) SignIn.requireNothing(operation);
                examples.complete(shorter, operation);
                code.retirement(operation).ifPresent(retirement -> retirement.complete(operation));
            });
            paths.addPathItem(shorter, item);
        });
        putInReadingOrder(api, paths);
    }

    /** The document is written in the order in which its parts were set; people read it from the top. */
    private static void putInReadingOrder(OpenAPI api, Paths paths) {
        var info = api.getInfo();
        var servers = api.getServers();
        var tags = api.getTags();
        var security = api.getSecurity();
        var components = api.getComponents();
        api.info(null).servers(null).tags(null).security(null).paths(null).components(null);
        api.info(info)
                .servers(servers)
                .security(security)
                .tags(tags)
                .paths(paths)
                .components(components);
    }

    private static void describe(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("Barnstorm")
                .version("0.1.0")
                .summary("Distributed organising: trained volunteers create, assign and claim work.")
                .description("""
                        Groups form a tree. People join groups, learn, and earn mandates: what they may do, where, until when.
                        Whoever holds one makes tasks and assigns places; every member claims them.

                        Errors, paging, idempotency, versions, time and places work the same everywhere: docs/api.md. Every
                        refusal is `application/problem+json` with a stable `type`. Within version 1 fields, values of enums
                        and refusals may be added: ignore what you do not know.
                        """)
                .contact(OASFactory.createContact().name("The people who run this Barnstorm")));
        api.setServers(List.of(OASFactory.createServer().url(BASE).description("Where this document comes from.")));
    }

    /** The generator makes a schema for zones that refers to nothing but itself. */
    private static void nameZones(OpenAPI api) {
        api.getComponents()
                .addSchema(
                        "ZoneId",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.STRING))
                                .description("Name in the IANA time zone database.")
                                .addExample("Europe/London"));
    }

    /** The generator says {@code date-time}, which in JSON Schema has an offset (RFC 3339); this one must not have any. */
    private static void nameWallTimes(OpenAPI api) {
        api.getComponents()
                .addSchema(
                        "LocalDateTime",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.STRING))
                                .pattern("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?$")
                                .description("Date and time as a clock on the wall of the place shows them.")
                                .addExample("2026-12-01T18:00:00"));
        api.getComponents().getSchemas().values().stream()
                .filter(schema -> schema.getProperties() != null)
                .flatMap(schema -> schema.getProperties().values().stream())
                .filter(ContractShape::listsWallTimes)
                .forEach(list -> list.setItems(OASFactory.createSchema().ref("LocalDateTime")));
    }

    /** In lists the generator does not refer to the schema by its name; what it writes differs in its example only. */
    private static boolean listsWallTimes(Schema schema) {
        var items = schema.getItems();
        return items != null
                && "date-time".equals(items.getFormat())
                && items.getExamples() != null
                && items.getExamples().stream()
                        .noneMatch(example -> example.toString().endsWith("Z"));
    }

    private static Map<PathItem.HttpMethod, Operation> operations(PathItem item) {
        return item.getOperations();
    }
}
