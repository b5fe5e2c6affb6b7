/**
 * Renewal by doing the work: whoever goes on doing what they learnt keeps the qualification without a refresher, where the
 * course says so.
 */
package org.barnstorm.practice.renewal;
