package org.barnstorm.platform.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A refusal that is particular to an operation, for the contract. What follows from the operation's shape (401, 404,
 * stale versions, missing mandates and the like) is added by {@link ContractShape} and is not repeated here. An annotation
 * that has several of these stands for all of them at each operation that has it; they come before the operation's own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(Refuses.All.class)
public @interface Refuses {
    int status();

    String code();

    /** The sentence that a client reads, as an example. */
    String detail();

    /** Several of them. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @interface All {
        Refuses[] value();
    }
}
