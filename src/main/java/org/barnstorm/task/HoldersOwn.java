package org.barnstorm.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.barnstorm.platform.contract.Refuses;

/** Whatever somebody does with the place that they hold is refused like this. */
@Refuses(status = 403, code = "not-yours", detail = "Only the person who holds the place can do this.")
@Refuses(
        status = 409,
        code = "assignment-state",
        detail = "This hold is VERIFIED, so it cannot become RELEASED. Read the assignment again.")
@Refuses(
        status = 409,
        code = "lease-lost",
        detail = "You sent fence 3, but this hold has fence 4. Read the assignment again.")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface HoldersOwn {}
