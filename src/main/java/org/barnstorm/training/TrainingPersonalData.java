package org.barnstorm.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.barnstorm.member.Holding;
import org.barnstorm.member.PersonalData;
import org.barnstorm.member.PersonalRows;

/** What somebody learnt, and is learning. */
@ApplicationScoped
class TrainingPersonalData implements PersonalData {
    private static final String QUALIFICATIONS = """
            select id, course_id, version_id, group_id, completed_at, expires_at, renews_id, recorded_by, created_at,
            withdrawn_at, withdrawn_by, withdraw_reason
            from qualification where member_id = ? order by id
            """;

    private static final String CERTIFICATES = """
            select id, qualification_id, shows_name, issued_at, revoked_at
            from certificate where member_id = ? order by id
            """;

    private static final String ENROLMENTS = """
            select id, course_id, version_id, group_id, purpose, renews_id, status, begun_at, ended_at, qualification_id
            from enrolment where member_id = ? order by id
            """;

    private static final String STEPS = """
            select s.enrolment_id, s.module, s.kind, s.state, s.link, s.note, s.comment, s.extra_attempts, s.changed_at,
            s.reviewed_by
            from enrolment_step s join enrolment e on e.id = s.enrolment_id
            where e.member_id = ? order by s.enrolment_id, s.position
            """;

    private static final String ATTEMPTS = """
            select id, enrolment_id, course_id, module, number, status, sheet -> 'answers' as answers,
            case when closed_at is not null then sheet -> 'marks' end as marks, -- learners do not see them before
            percent, begun_at, submitted_at, closed_at, marked_by
            from quiz_attempt where member_id = ? order by id
            """;

    private final PersonalRows rows;

    TrainingPersonalData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Holding> holdings() {
        return List.of(
                rows.holding("qualifications", QUALIFICATIONS, "qualification.member_id"),
                rows.holding("certificates", CERTIFICATES, "certificate.member_id"),
                rows.holding("enrolments", ENROLMENTS, "enrolment.member_id"),
                rows.holding("steps", STEPS, "enrolment.member_id"),
                rows.holding("quizAttempts", ATTEMPTS, "quiz_attempt.member_id"));
    }

    @Override
    public Map<String, String> leftOut() {
        return PersonalData.acts(
                "course.award_set_by",
                "course_version.published_by",
                "qualification.recorded_by",
                "qualification.withdrawn_by",
                "enrolment_step.reviewed_by",
                "quiz_attempt.marked_by");
    }
}
