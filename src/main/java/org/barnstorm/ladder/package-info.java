/**
 * The ladder of engagement: where somebody stands, what they can do, which step comes next and what it unlocks; and for
 * leads, who is ready for more, who went quiet and whose authority ends. It has no tables and changes nothing: it asks
 * mandates, training and tasks, and puts their answers together.
 */
package org.barnstorm.ladder;
