/**
 * Work that comes again by a rule of RFC 5545, on the wall clock of a place. A series makes its tasks some weeks ahead;
 * from then on each is a task like others. Whoever changes the series changes those in which there is nobody, and never
 * moves a person (docs/decisions/0010-a-series-never-moves-people.md).
 */
package org.barnstorm.task.series;
