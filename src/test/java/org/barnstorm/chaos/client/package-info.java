/**
 * The clients of the crash suite: a process of their own that knows the service by HTTP alone, follows its contract while
 * servers are killed under it, and writes down everything it asked for and was told.
 */
package org.barnstorm.chaos.client;
