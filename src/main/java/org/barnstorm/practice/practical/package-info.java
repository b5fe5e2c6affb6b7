/**
 * Practicals: what one learns by doing it in real work. A rule says which verified work makes a PRACTICAL of a course done,
 * and how many qualified people sign it off; without one, a trainer says so.
 */
package org.barnstorm.practice.practical;
