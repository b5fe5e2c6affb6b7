/**
 * Calendars to follow: what one took on, or what a group does for everybody in its movement, as iCalendar (RFC 5545 and 7986)
 * behind a link that nobody can guess and its owner can end. docs/calendars.md says what is in them and what is not.
 */
package org.barnstorm.calendar;
