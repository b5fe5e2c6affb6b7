package org.barnstorm.export;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.barnstorm.platform.contract.Refuses;

/** What every export can be refused for, besides authority. */
@Refuses(status = 409, code = "busy", detail = "8 exports are being sent already. Try again when one of them is over.")
@Refuses(
        status = 429,
        code = "budget-spent",
        detail =
                "You have 30 a day of exports begun, 30 are used, and this is 1 more. It refills at 2026-11-22T00:00:00Z.")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface RefusesExports {}
