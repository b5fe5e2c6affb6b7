import type { Schema } from '../../lib/api';
import { me } from '../../lib/me.svelte';

/** Whether I hold a capability at a group or above it. Decides what is offered; what is allowed, the service decides. */
export function mayAt(capability: Schema<'Capability'>, group: string): boolean {
  return me.where(capability).some((root) => group === root || group.startsWith(`${root}.`));
}
