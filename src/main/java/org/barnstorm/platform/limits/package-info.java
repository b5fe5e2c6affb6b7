/**
 * How many requests somebody may send: each limit has a quota for a window of time, counted for a person, a program, an app or
 * an address over all replicas. The count is a row in the database; a replica takes portions of it ahead and gives from
 * these, so that few requests ask the database (docs/decisions/0039).
 */
package org.barnstorm.platform.limits;
