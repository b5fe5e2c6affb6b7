package org.barnstorm.member;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.barnstorm.platform.contract.Refuses;

/** An operation that gives a member something, who may have become part of another. */
@Refuses(status = 409, code = "member-merged", detail = Members.MERGED)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AboutSomebody {}
