package org.barnstorm.practice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.barnstorm.member.MemberShare;

/** Where somebody was goes over. Where both are in the list of one session, both entries stay as they are. */
@ApplicationScoped
class PracticeShare implements MemberShare {
    private static final String ATTESTED = """
            select exists (
                select 1 from attendance
                where member_id = any(:goneIds) and recorded_by = any(:staysIds)
                   or member_id = any(:staysIds) and recorded_by = any(:goneIds)
                union all
                select 1 from enrolment e join sign_off s on s.enrolment_id = e.id
                where e.member_id = any(:goneIds) and s.signed_by = any(:staysIds)
                   or e.member_id = any(:staysIds) and s.signed_by = any(:goneIds)) as found
            """;

    private static final String ATTENDANCES = """
            update attendance a
            set member_id = :stays
            where a.member_id = :gone and not exists (
                select 1 from attendance own where own.session_id = a.session_id and own.member_id = :stays)
            """;

    @Override
    public List<Hurdle> hurdles() {
        return List.of(new Hurdle(
                "attested-by-the-other",
                "One of the two said that the other was at a session or went along. Nobody does that for themselves.",
                "These accounts cannot become one. Leave the groups with one of them.",
                ATTESTED));
    }

    @Override
    public List<Step> steps() {
        return List.of(new Step("attendances", "attendance.member_id", ATTENDANCES));
    }
}
