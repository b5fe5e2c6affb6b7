/**
 * The work. A task is a piece of work in a group with places; an assignment is one person's hold of one place, claimed
 * by themselves or offered by an organiser. docs/tasks.md draws the states of both.
 */
package org.barnstorm.task;
