package org.barnstorm.map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.contract.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
@RolesAllowed("member")
@Tag(name = "maps", description = "Groups and open tasks as GeoJSON, by what is in view.")
class MapResource {
    private static final String GEO_JSON = "application/geo+json";
    private static final String BOX =
            "What is in view: west,south,east,north in degrees. West greater than east crosses the antimeridian.";
    private static final String ZOOM =
            "Zoom of the map, as in the usual tiles: what is closer than a quarter of one is a" + " cluster.";
    private static final String MALFORMED =
            "Send bbox as west,south,east,north in degrees, as in -0.3,50.7,0.1,50.9; south is not north of north.";
    private static final String TOO_LARGE =
            "At zoom 14 this box has more than 4096 cells. Ask for a smaller box, or at a lower zoom.";

    private final CurrentCaller caller;
    private final MapService maps;

    MapResource(CurrentCaller caller, MapService maps) {
        this.caller = caller;
        this.maps = maps;
    }

    @GET
    @Path("map/groups")
    @Produces(GEO_JSON)
    @Refuses(status = 400, code = "malformed-box", detail = MALFORMED)
    @Refuses(status = 400, code = "box-too-large", detail = TOO_LARGE)
    @Operation(operationId = "mapGroups", summary = "Groups on a map", description = """
                    The directory, as far as groups say where they are. The box is widened to whole cells, which are the same
                    wherever one looks: clusters stay when the map is moved. May be kept for five minutes.
                    """)
    public GroupMapView groups(
            @RestQuery
                    @NotNull
                    @Parameter(
                            description = BOX,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "-0.3,50.7,0.1,50.9")
                    Box bbox,
            @RestQuery @NotNull @Min(0) @Max(18) @Parameter(description = ZOOM, example = "9") Integer zoom) {
        return maps.groups(caller.get(), bbox, zoom);
    }

    @GET
    @Path("map/tasks")
    @Produces(GEO_JSON)
    @Refuses(status = 400, code = "malformed-box", detail = MALFORMED)
    @Refuses(status = 400, code = "box-too-large", detail = TOO_LARGE)
    @Operation(operationId = "mapTasks", summary = "Open tasks on a map", description = """
                    Open tasks at a place that are not over, of those that listTasks has for you. Places are rounded to two
                    decimals, about a kilometre, and are looked for there: where exactly it is, which may be somebody's home, the
                    task itself says. What is in the same place is a cluster at every zoom.
                    """)
    public TaskMapView tasks(
            @RestQuery
                    @NotNull
                    @Parameter(
                            description = BOX,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "-0.3,50.7,0.1,50.9")
                    Box bbox,
            @RestQuery @NotNull @Min(0) @Max(18) @Parameter(description = ZOOM, example = "9") Integer zoom,
            @RestQuery @Parameter(description = "Only in this group and those below it.") GroupPath group) {
        return maps.tasks(caller.get(), bbox, zoom, group);
    }
}
