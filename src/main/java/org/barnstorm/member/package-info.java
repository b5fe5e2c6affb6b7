/**
 * People and where they belong. A member exists once, however many groups they are in; what identifies them as a person
 * is kept apart from what they do.
 */
package org.barnstorm.member;
