package org.barnstorm.group;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import did, row by row where it did not. */
@Schema(description = "What an import did, and what it refused by line and column.")
record ImportReport(
        @Schema(description = "Rows read, without the header.", examples = "650")
        int rows,

        @Schema(description = "Groups made for rows.", examples = "650")
        int created,

        @Schema(description = "Groups above them that were missing and were made too.", examples = "12")
        int ancestorsCreated,

        @Schema(
                description = "Rows whose group exists; an import never overwrites what its lead may have edited.",
                examples = "0")
        int unchanged,

        @Schema(description = "Rows refused; see errors.", examples = "0")
        int rejected,

        @Schema(description = "Columns that an import of groups does not know.", examples = "[]")
        List<String> ignoredColumns,

        @Schema(description = "Why rows were refused.") List<RowError> errors) {

    /** One wrong cell. */
    @Schema(description = "One wrong cell.")
    record RowError(
            @Schema(description = "Line in the file, the header being line 1.", examples = "17")
            long line,

            @Schema(description = "Column, as in the header.", examples = "latitude")
            String column,

            @Schema(
                    description = "What is wrong and what is expected.",
                    examples = "Not a number of degrees between -90 and 90.")
            String detail) {}
}
