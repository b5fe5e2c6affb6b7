/**
 * Courses and what they lead to. Completing one gives a qualification; a course may also award a role, so that a trained
 * person acts on their own from that second.
 */
package org.barnstorm.training;
