/**
 * Work that is asked for again and again, written once. A template belongs to a group and is for that group and everything
 * below it; whoever may make tasks there makes one from it with a date and nothing else.
 */
package org.barnstorm.task.template;
