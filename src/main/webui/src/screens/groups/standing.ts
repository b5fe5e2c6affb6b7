import type { Schema } from '../../lib/api';

/** How somebody stands to a group; `EXPECTED`: it expects them, `NONE`: not at all. */
export type Standing = 'ACTIVE' | 'REQUESTED' | 'INVITED' | 'SUSPENDED' | 'EXPECTED' | 'NONE';

export function standing(member: Schema<'Me'> | undefined, path: string): Standing {
  const status = member?.memberships.find((m) => m.group === path)?.status;
  if (status && status !== 'ENDED') return status;
  return member?.expectedIn.includes(path) ? 'EXPECTED' : 'NONE';
}

/** What one can do about it: the word on the button, or nothing. */
export function way(standing: Standing, policy: Schema<'JoinPolicy'>): 'join' | 'ask' | 'accept' | undefined {
  if (standing === 'INVITED' || standing === 'EXPECTED') return 'accept';
  if (standing !== 'NONE' || policy === 'INVITATION') return undefined;
  return policy === 'OPEN' ? 'join' : 'ask';
}
