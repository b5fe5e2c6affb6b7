/** What others follow: the journal as auditors and programs read it. */
package org.barnstorm.integration;
