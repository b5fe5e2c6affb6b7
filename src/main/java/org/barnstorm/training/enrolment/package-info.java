/**
 * On the way through a course: who enrolled takes its steps, on any device, and is qualified at the end. Quizzes have a
 * package of their own; what is done in real work or together is told by {@link
 * org.barnstorm.training.enrolment.AttestedSteps}.
 */
package org.barnstorm.training.enrolment;
