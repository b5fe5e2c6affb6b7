/**
 * Requests that nobody would send on purpose, and what the service answers to them. {@link org.barnstorm.fuzz.Shots} makes
 * them from {@code openapi.yaml} and from requests that would be done; {@link org.barnstorm.fuzz.Judge} says what is wrong
 * with an answer. The same seed makes the same requests, but for the ids in them.
 */
package org.barnstorm.fuzz;
