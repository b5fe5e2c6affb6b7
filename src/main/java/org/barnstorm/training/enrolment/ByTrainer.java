package org.barnstorm.training.enrolment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.barnstorm.platform.contract.Refuses;

/** Whatever a trainer does in a learner's enrolment is refused like this. */
@Refuses(
        status = 403,
        code = "self-completion",
        detail = "Somebody else records that you completed a course. Ask a trainer of the group.")
@Refuses(
        status = 409,
        code = "not-a-member",
        detail = "Only active members of uk.south-east.brighton-pavilion can. Join it first.")
@Refuses(
        status = 409,
        code = "enrolment-over",
        detail = "This enrolment is over: COMPLETED. Enrol again if you want to take the course.")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ByTrainer {}
