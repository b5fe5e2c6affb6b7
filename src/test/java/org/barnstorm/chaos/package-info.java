/**
 * The crash and concurrency suite: two replicas of the packaged service and a PostgreSQL that are killed, frozen and
 * starved while people work, and what must hold afterwards. {@code docs/reliability.md} says what it proves.
 */
package org.barnstorm.chaos;
