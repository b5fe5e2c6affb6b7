/**
 * Attempts at quizzes. An attempt draws its questions once and shows them without their answers; once it is closed it
 * says which answers were right. What a learner did not know never leaves the server: it is asked again.
 */
package org.barnstorm.training.quiz;
