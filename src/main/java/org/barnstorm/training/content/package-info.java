/**
 * What a course consists of: modules in order. A draft is edited as a whole; publishing it makes a version, which never
 * changes, so that whoever is on their way through it finishes what they began.
 */
package org.barnstorm.training.content;
