/**
 * The questions asked everywhere: who is calling, what may they do, where. No tables: members and mandates answer
 * through the interfaces here.
 */
package org.barnstorm.authority;
