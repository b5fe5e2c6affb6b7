package org.barnstorm.practice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.barnstorm.member.Holding;
import org.barnstorm.member.PersonalData;
import org.barnstorm.member.PersonalRows;
import org.barnstorm.platform.Rows;
import org.barnstorm.training.enrolment.Enrolments;

/** At which sessions somebody was, and who went along with them. */
@ApplicationScoped
class PracticePersonalData implements PersonalData {
    private static final String ATTENDANCES = """
            select id, session_id, status, recorded_by, recorded_at
            from attendance where member_id = ? order by id
            """;

    private static final String SIGN_OFFS = """
            select id, enrolment_id, module, signed_by, day, signed_at
            from sign_off where enrolment_id = any(cast(? as uuid[])) order by id
            """;

    private final PersonalRows rows;
    private final Enrolments enrolments;

    PracticePersonalData(PersonalRows rows, Enrolments enrolments) {
        this.rows = rows;
        this.enrolments = enrolments;
    }

    @Override
    public List<Holding> holdings() {
        return List.of(
                rows.holding("attendances", ATTENDANCES, "attendance.member_id"),
                new Holding(
                        "signOffs", Set.of(), member -> rows.read(SIGN_OFFS, Rows.array(enrolments.idsOf(member)))));
    }

    @Override
    public Map<String, String> leftOut() {
        return PersonalData.acts(
                "attendance.recorded_by",
                "live_session.created_by",
                "practical.set_by",
                "renewal.set_by",
                "sign_off.signed_by");
    }
}
