package org.barnstorm.platform.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation is going away. The contract says so, and so do the headers {@code Deprecation} and {@code Sunset} of each
 * success. docs/contract.md has the rules.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Retiring {
    /** The day from which on it is deprecated, as in 2027-01-15. */
    String since();

    /** The day from which on it may be gone. */
    String sunset();

    /** The address of what does it instead, below that of the API; empty when nothing does. */
    String successor() default "";
}
