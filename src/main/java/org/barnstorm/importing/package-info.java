/**
 * Bringing people in from the files of other tools. A file is checked first and shows what it would do; then a person starts
 * it. What it brings are contacts: people whom a group expects, who become members by their own act.
 */
package org.barnstorm.importing;
