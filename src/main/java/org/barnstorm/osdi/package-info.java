/**
 * The Open Supporter Data Interface 1.2.0 over what is here: people, events, attendances and tags as HAL, for clients that were
 * written for other systems. It decides nothing of its own and shows no more than the API below it. docs/osdi.md says what of
 * the specification there is.
 */
package org.barnstorm.osdi;
