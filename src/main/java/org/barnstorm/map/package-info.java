/**
 * Maps: groups and open tasks as GeoJSON (RFC 7946), by what is in view, as few points as a map can show. Where exactly work is
 * stays with its task. docs/maps.md says what is on them and what is not.
 */
package org.barnstorm.map;
