/**
 * How fast the packaged service is, measured as people would feel it: {@code mvn -Pbench verify}. What each figure means,
 * and what it does not, is in docs/performance.md.
 */
package org.barnstorm.bench;
