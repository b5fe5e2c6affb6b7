/**
 * Groups that stand on their own: a group is certified while it has accountable leads, members, and work that others
 * verified. What is asked of it is configuration; so is what a mandate is worth in a group that is not certified, which
 * {@link org.barnstorm.certification.Unlocking} answers for those below.
 */
package org.barnstorm.certification;
