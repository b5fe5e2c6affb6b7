package org.barnstorm.training.enrolment;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.content.CourseModule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody on their way through one version of a course. */
@Entity
class Enrolment {
    /** Where they are. */
    @Schema(
            name = "EnrolmentStatus",
            description =
                    "ACTIVE on the way; WAITING all done, a lead confirms it; COMPLETED qualified; LEFT before the end.")
    enum Status {
        ACTIVE,
        /** All is done and a lead has the last word. */
        WAITING,
        COMPLETED,
        LEFT
    }

    /** What it is for. */
    @Schema(
            name = "EnrolmentPurpose",
            description =
                    "WHOLE: the course. REFRESH: the modules that renew a qualification, and those that are new. CATCH_UP: the modules that are new.")
    enum Purpose {
        WHOLE,
        REFRESH,
        CATCH_UP
    }

    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private UUID courseId;

    @Column(updatable = false)
    private UUID versionId;

    @Column(updatable = false)
    private UUID memberId;

    @Column(updatable = false)
    private UUID groupId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Purpose purpose;

    @Column(updatable = false)
    private UUID renewsId;

    @Enumerated(EnumType.STRING)
    private Status status = Status.ACTIVE;

    @Column(updatable = false)
    private Instant begunAt;

    private Instant endedAt;
    private UUID qualificationId;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "enrolment_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<Step> steps = new ArrayList<>();

    protected Enrolment() {} // for Hibernate

    /** @param plan what they take, and why */
    Enrolment(UUID courseId, UUID memberId, UUID groupId, Plan plan, Instant now) {
        this.courseId = courseId;
        this.versionId = plan.versionId();
        this.memberId = memberId;
        this.groupId = groupId;
        this.purpose = plan.purpose();
        this.renewsId = plan.renewsId();
        this.begunAt = now;
        for (CourseModule module : plan.modules()) steps.add(new Step(steps.size() + 1, module));
    }

    /** The step of a module; 404 when it is none of this enrolment's. */
    Step step(String module) {
        return steps.stream()
                .filter(each -> each.module().equals(module))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("step"));
    }

    /** Nothing more happens once it has ended. */
    void requireGoingOn() {
        if (endedAt != null) {
            throw Refusal.conflict(
                            "enrolment-over",
                            "This enrolment is over: " + status + ". Enrol again if you want to take the course.")
                    .with("state", status.name());
        }
    }

    boolean isAllDone() {
        return steps.stream().allMatch(Step::isDone);
    }

    /** All is done; a lead has the last word. */
    void waitForConfirmation() {
        status = Status.WAITING;
    }

    /** A trainer sent something back: all is not done any more. */
    void goOn() {
        if (status == Status.WAITING && !isAllDone()) status = Status.ACTIVE;
    }

    void requireAllDone() {
        if (!isAllDone()) {
            throw Refusal.conflict("steps-missing", "Not all steps are done; nextStep says which comes next.")
                    .with("progressPercent", progressPercent());
        }
    }

    void complete(UUID earnedId, Instant now) {
        requireAllDone();
        status = Status.COMPLETED;
        qualificationId = earnedId;
        endedAt = now;
    }

    void leave(Instant now) {
        requireGoingOn();
        status = Status.LEFT;
        endedAt = now;
    }

    /** Rounded down: 100 is all. */
    int progressPercent() {
        return (int) (100 * steps.stream().filter(Step::isDone).count() / steps.size());
    }

    /** The first step that its learner can do something about; otherwise the first that waits for a trainer. */
    Optional<Step> nextStep() {
        return steps.stream()
                .filter(each -> !each.isDone() && each.state() != StepState.SUBMITTED)
                .findFirst()
                .or(() -> steps.stream().filter(each -> !each.isDone()).findFirst());
    }

    UUID id() {
        return id;
    }

    UUID courseId() {
        return courseId;
    }

    UUID versionId() {
        return versionId;
    }

    UUID memberId() {
        return memberId;
    }

    UUID groupId() {
        return groupId;
    }

    Purpose purpose() {
        return purpose;
    }

    UUID renewsId() {
        return renewsId;
    }

    Status status() {
        return status;
    }

    Instant begunAt() {
        return begunAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    UUID qualificationId() {
        return qualificationId;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
