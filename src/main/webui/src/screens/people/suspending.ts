import { api, type Schema } from '../../lib/api';
import { me } from '../../lib/me.svelte';
import { once } from '../../lib/once';
import { ask } from '../../lib/problem';

export function mayLift(): boolean {
  return me.may('MEMBER_MANAGE') && me.may('MANDATE_REVOKE');
}

export async function lift({ id }: Schema<'Suspension'>): Promise<Schema<'Suspension'>> {
  return once(`lift ${id}`, (key) =>
    ask(api.POST('/suspensions/{id}/lift', { params: { path: { id }, header: { 'Idempotency-Key': key } } })),
  );
}

/** The members' standing in a group, found by pages because the contract lists people and does not look one up. */
export async function membershipOf(
  path: string,
  memberId: string,
): Promise<Schema<'Membership'> | undefined> {
  const standings: Schema<'MembershipStatus'>[] = ['ACTIVE', 'REQUESTED', 'INVITED'];
  if (me.may('MEMBER_MANAGE')) standings.push('SUSPENDED');
  for (const status of [...standings, 'ENDED'] as const) {
    let cursor: string | undefined;
    do {
      const query = { status, limit: 200, ...(cursor ? { cursor } : {}) };
      const page = await ask(api.GET('/groups/{path}/members', { params: { path: { path }, query } }));
      const found = page.items.find((m) => m.memberId === memberId);
      if (found) return found;
      cursor = page.next;
    } while (cursor);
  }
  return undefined;
}
