package org.barnstorm.osdi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of tags. */
@Schema(name = "OsdiTags", description = "A page of tags.")
record TagsView(
        @Schema(description = "Which page, from 1 on.", examples = "1")
        int page,

        @JsonProperty("per_page") @Schema(description = "How many are on a page.", examples = "25")
        int perPage,

        @JsonProperty("total_pages") @Schema(description = "How many pages there are.", examples = "1")
        long totalPages,

        @JsonProperty("total_records") @Schema(description = "How many there are; counted up to 10001.", examples = "1")
        long totalRecords,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Links by their relations, as HAL has them.",
                examples = "{\"self\": {\"href\": \"/osdi/v1/tags\"}}")
        @JsonProperty("_links")
        Map<String, Object> links,

        @Schema(description = "What is on the page.") @JsonProperty("_embedded")
        Embedded embedded) {

    /** What is on the page. */
    @Schema(name = "OsdiTagsEmbedded", description = "What is on the page; an empty list after the last one.")
    record Embedded(
            @Schema(description = "In the order in which they were made.") @JsonProperty("osdi:tags")
            List<TagView> items) {}
}
