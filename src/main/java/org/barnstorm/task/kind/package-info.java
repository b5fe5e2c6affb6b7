/**
 * Kinds of work, such as canvassing, and the vocabulary of how they can turn out, so that results can be counted. A kind
 * belongs to a group and counts in its whole branch; where a group below has its own of the same code, that one counts.
 */
package org.barnstorm.task.kind;
