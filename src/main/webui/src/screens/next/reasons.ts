import type { Schema } from '../../lib/api';
import { t } from '../../lib/i18n.svelte';

/** These say what the card shows anyway: when, where and how far, how long. */
const facts = new Set<string>(['NEAR', 'REMOTE', 'STARTS', 'UNDER_WAY', 'ANY_TIME']);

/** Why a task is suggested, beyond its facts, in the person's language. A code that came later speaks for itself, in English. */
export function reasons(task: Schema<'NextSuggestion'>): string[] {
  const values = {
    free: Math.max(0, task.capacity - task.taken),
    capacity: task.capacity,
  };
  return task.reasons
    .filter((reason) => !facts.has(reason.code))
    .map((reason) => {
      const key = `next.reason-${reason.code}`;
      const said = t(key, values);
      return said === key ? reason.text : said;
    });
}
