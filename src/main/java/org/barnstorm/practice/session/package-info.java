/**
 * Live sessions: meetings at which learners do a LIVE_SESSION of a course. A session owns an ordinary task, by which people
 * sign up; whoever holds it says who was there.
 */
package org.barnstorm.practice.session;
