/** What every feature stands on and none of it is organising: problems, paging, ids, time, reading, journal, idempotency. */
package org.barnstorm.platform;
