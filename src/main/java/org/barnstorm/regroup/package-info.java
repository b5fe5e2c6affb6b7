/**
 * Splitting a group and merging two: members go on in another group on a day that they were told ahead, and may decline. What
 * mandates allow stays where it was granted; places that somebody holds stay theirs.
 */
package org.barnstorm.regroup;
