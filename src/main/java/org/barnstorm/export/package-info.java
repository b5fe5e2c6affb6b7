/**
 * Exports: what lists show, in one file, as CSV or NDJSON. A mandate says who may; whom one sees and how often one asks counts
 * against the day; the journal has who took out what, before the first byte. docs/integrators.md has the columns.
 */
package org.barnstorm.export;
