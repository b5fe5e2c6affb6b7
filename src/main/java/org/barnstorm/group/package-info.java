/**
 * The tree of local groups. The root of a tree is a movement; a group's path is the slugs from there to it and never
 * changes. Every member may see the tree: it is the directory in which people find each other.
 */
package org.barnstorm.group;
