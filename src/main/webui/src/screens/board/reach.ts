import { api, type Schema } from '../../lib/api';
import { me } from '../../lib/me.svelte';
import { ask } from '../../lib/problem';

/** Whether I hold a capability at a group or above it. Decides what is offered; what is allowed, the service decides. */
export function mayAt(capability: Schema<'Capability'>, group: string): boolean {
  return me.where(capability).some((root) => group === root || group.startsWith(`${root}.`));
}

/** The groups at which I hold a capability, with their names. */
export function myGroups(capability: Schema<'Capability'>): Promise<Schema<'Group'>[]> {
  return Promise.all(me.where(capability).map(groupAt));
}

/** The first groups below those whose name has a text in it. */
export async function groupsBelow(capability: Schema<'Capability'>, q: string): Promise<Schema<'Group'>[]> {
  const found = await Promise.all(
    me
      .where(capability)
      .map((under) => ask(api.GET('/groups', { params: { query: { under, q, limit: 20 } } }))),
  );
  return found.flatMap((page) => page.items);
}

export function groupAt(path: string): Promise<Schema<'Group'>> {
  return ask(api.GET('/groups/{path}', { params: { path: { path } } }));
}
