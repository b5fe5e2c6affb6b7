import { api, type Schema } from '../../lib/api';
import { me } from '../../lib/me.svelte';
import { ask } from '../../lib/problem';

/** Changes something about me; the app knows it at once. */
export async function change(patch: Schema<'ProfilePatch'>): Promise<void> {
  const headers = { 'Content-Type': 'application/merge-patch+json' };
  me.member = await ask(api.PATCH('/me', { body: patch, headers }));
}
