/** Clients that openapi-generator makes from {@code openapi.yaml} do the main job; only built by {@code mvn -Pclients}. */
package org.barnstorm.clients;
