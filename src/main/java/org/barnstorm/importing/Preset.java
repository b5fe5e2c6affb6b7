package org.barnstorm.importing;

import static org.barnstorm.importing.Field.EMAIL;
import static org.barnstorm.importing.Field.EXTERNAL_ID;
import static org.barnstorm.importing.Field.FIRST_NAME;
import static org.barnstorm.importing.Field.LAST_NAME;
import static org.barnstorm.importing.Field.OPTED_IN;
import static org.barnstorm.importing.Field.OPTED_OUT;
import static org.barnstorm.importing.Field.PHONE;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which tool a file comes from: what its columns are called. {@code docs/members-import.md} says where the names are from. */
@Schema(description = "Which tool the file comes from: what its columns are called.")
enum Preset {
    BARNSTORM(Map.of(
            EMAIL, List.of("email"),
            PHONE, List.of("phone"),
            FIRST_NAME, List.of("first_name"),
            LAST_NAME, List.of("last_name"),
            EXTERNAL_ID, List.of("external_id"),
            OPTED_OUT, List.of("opted_out"))),
    ACTION_NETWORK(Map.of(
            EMAIL, List.of("email"),
            PHONE, List.of("can2_phone", "Phone Number"),
            FIRST_NAME, List.of("first_name"),
            LAST_NAME, List.of("last_name"),
            EXTERNAL_ID, List.of("uuid"),
            OPTED_IN, List.of("can2_subscription_status"))),
    NATIONBUILDER(Map.of(
            EMAIL, List.of("email", "email1"),
            PHONE, List.of("mobile_number", "phone_number", "work_phone_number"),
            FIRST_NAME, List.of("first_name"),
            LAST_NAME, List.of("last_name"),
            EXTERNAL_ID, List.of("nationbuilder_id"),
            OPTED_IN, List.of("email_opt_in"),
            OPTED_OUT, List.of("do_not_contact", "is_deceased"))),
    ZETKIN(Map.of(
            EMAIL, List.of("email"),
            PHONE, List.of("phone", "alt_phone"),
            FIRST_NAME, List.of("first_name"),
            LAST_NAME, List.of("last_name"),
            EXTERNAL_ID, List.of("ext_id", "id")));

    private final Map<Field, List<String>> columns;

    Preset(Map<Field, List<String>> columns) {
        this.columns = columns;
    }

    Columns columns() {
        return new Columns(columns);
    }
}
