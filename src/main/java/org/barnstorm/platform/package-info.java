/** What every feature stands on and none of it is organising: problems, paging, ids, time, journal, idempotency. */
package org.barnstorm.platform;
