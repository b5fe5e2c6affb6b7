/**
 * The laptop stack: a real PostgreSQL, a real Keycloak with our realm, and the service, from one command. The profile
 * {@code run} compiles it into the program; every other build sees it only as a test source, because the end-to-end
 * suite starts the same two servers. Nothing of it is in the jar that production runs.
 */
package org.barnstorm.local;
