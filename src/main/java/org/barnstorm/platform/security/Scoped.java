package org.barnstorm.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Opens an operation to integrations and to other people's apps that have this scope. An operation without it is for members
 * in the movement's own apps only: nobody gets in because a line was forgotten. {@code openapi.yaml} shows it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Scoped {
    /** Any of them is enough. */
    Scope[] value();
}
