package org.barnstorm.platform.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list, and the cursor of the next. */
public record Page<T>(
        @Schema(description = "The things on this page, in the list's order.")
        List<T> items,

        @Nullable
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Send it as `cursor` to get the next page; absent on the last one.",
                examples = "eyJrIjpbIjAxOTlkNmYwIl19.m8Qx")
        String next)
        implements Paged {}
