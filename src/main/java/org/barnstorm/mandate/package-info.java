/**
 * Who may do what, where, until when. A mandate is a set of capabilities at a group and everything below it, for a
 * term. It acts from the second it exists and is dead from the second it is revoked, whatever any token says.
 */
package org.barnstorm.mandate;
