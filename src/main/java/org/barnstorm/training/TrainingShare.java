package org.barnstorm.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.barnstorm.member.MemberShare;

/** What was learnt goes over: of two qualifications of the same course, the longer one counts, as it does for everybody. */
@ApplicationScoped
class TrainingShare implements MemberShare {
    private static final String SAME_COURSE = """
            select exists (
                select 1 from enrolment theirs
                join enrolment own on own.course_id = theirs.course_id
                where theirs.member_id = :gone and theirs.status in ('ACTIVE', 'WAITING')
                  and own.member_id = :stays and own.status in ('ACTIVE', 'WAITING')) as found
            """;

    private static final String TAUGHT = """
            select exists (
                select 1
                from (select member_id, recorded_by as trainer from qualification
                      where member_id = any(:goneIds) or member_id = any(:staysIds)
                      union all
                      select member_id, marked_by from quiz_attempt
                      where member_id = any(:goneIds) or member_id = any(:staysIds)
                      union all
                      select e.member_id, s.reviewed_by from enrolment e
                      join enrolment_step s on s.enrolment_id = e.id
                      where e.member_id = any(:goneIds) or e.member_id = any(:staysIds)) as learnt
                where member_id = any(:goneIds) and trainer = any(:staysIds)
                   or member_id = any(:staysIds) and trainer = any(:goneIds)) as found
            """;

    private static final String QUALIFICATIONS = "update qualification set member_id = :stays where member_id = :gone";

    private static final String ENROLMENTS = "update enrolment set member_id = :stays where member_id = :gone";

    private static final String ATTEMPTS = "update quiz_attempt set member_id = :stays where member_id = :gone";

    private static final String CERTIFICATES = "update certificate set member_id = :stays where member_id = :gone";

    @Override
    public List<Hurdle> hurdles() {
        return List.of(
                new Hurdle(
                        "same-course",
                        "Both are taking the same course.",
                        "Leave it with the account that has done less of it.",
                        SAME_COURSE),
                new Hurdle(
                        "taught-by-the-other",
                        "One of the two recorded, reviewed or marked what the other learnt. Nobody does that for themselves.",
                        "These accounts cannot become one. Leave the groups with one of them.",
                        TAUGHT));
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("qualifications", "qualification.member_id", QUALIFICATIONS),
                new Step("enrolments", "enrolment.member_id", ENROLMENTS),
                new Step("quizAttempts", "quiz_attempt.member_id", ATTEMPTS),
                new Step("certificates", "certificate.member_id", CERTIFICATES));
    }
}
