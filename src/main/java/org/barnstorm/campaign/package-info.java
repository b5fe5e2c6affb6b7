/**
 * What tasks are for: a campaign is a purpose of a group, with a name, some days and an end, that tasks there and below can
 * belong to, and that authority can be limited to.
 */
package org.barnstorm.campaign;
