/**
 * What clients saw, and whether it can have happened: a log of operations with the time of each, and a checker. Nothing but
 * the JDK is used, so that a client in a process of its own can write such a log.
 */
package org.barnstorm.history;
