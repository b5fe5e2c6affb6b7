/**
 * Attempts at quizzes. An attempt draws its questions once and shows them without their answers; right answers leave the
 * server only when the quiz is over for whoever takes it.
 */
package org.barnstorm.training.quiz;
