package org.barnstorm.webhook;

import java.util.UUID;

/** A webhook that is ours to work on until the lease ends, and what tells this lease from others. */
record Claim(UUID webhookId, long fence) {}
