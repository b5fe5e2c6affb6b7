/** Fixtures: a real database, an issuer of tokens, and people who send requests. They follow the product's own rules. */
package org.barnstorm.testing;
