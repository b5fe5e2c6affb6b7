/**
 * Webhooks: changes sent to addresses of integrators. A <em>webhook</em> is a subscription; its <em>progress</em> says how
 * far it has come in the journal; a <em>delivery</em> is one change on its way to one webhook.
 */
package org.barnstorm.webhook;
