package org.barnstorm.osdi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a client begins. */
@Schema(name = "OsdiEntryPoint", description = "The API Entry Point of OSDI: where a client begins.")
record EntryPointView(
        @Schema(
                description = "A word of welcome.",
                examples = "Barnstorm speaks a part of OSDI: docs/osdi.md says which.")
        String motd,

        @JsonProperty("max_pagesize") @Schema(description = "So many things are on a page at most.", examples = "25")
        int maxPageSize,

        @JsonProperty("vendor_name") @Schema(description = "Who made it.", examples = "Barnstorm")
        String vendorName,

        @JsonProperty("product_name") @Schema(description = "What it is.", examples = "Barnstorm")
        String productName,

        @JsonProperty("osdi_version") @Schema(description = "The version of the specification.", examples = "1.2.0")
        String osdiVersion,

        @Schema(description = "What identifiers of this system begin with.", examples = "barnstorm")
        String namespace,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Links by their relations, as HAL has them.",
                examples = "{\"self\": {\"href\": \"/osdi/v1\"}}")
        @JsonProperty("_links")
        Map<String, Object> links) {}
