/** Barnstorm: the backend for distributed organising. */
package org.barnstorm;
