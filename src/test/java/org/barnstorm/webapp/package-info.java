/**
 * The web client's stories, told in a real Chromium against the packaged jar and a real Keycloak (docs/app.md). A
 * <em>town</em> is a group of its own with its lead; a {@link org.barnstorm.webapp.Visit} is one person with the client open
 * on one device.
 */
package org.barnstorm.webapp;
