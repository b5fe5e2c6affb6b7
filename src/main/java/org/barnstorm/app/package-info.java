/**
 * What client apps need from the service that is about themselves: what to know before anybody signs in ({@code /about}), and
 * the rules under which the movement's own web client is served, at {@code /app/}. The client itself is made elsewhere and
 * comes as files. docs/app.md says more.
 */
package org.barnstorm.app;
