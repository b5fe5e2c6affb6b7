import type { Schema } from '../../lib/api';
import { i18n, t } from '../../lib/i18n.svelte';

/** Why somebody else cannot have a place, as the end of a sentence that begins with their name. */
export function aboutThem(problem: Schema<'Problem'>): string | undefined {
  const message = `board.refused-${problem.type.split('/').pop()}`;
  return i18n.has(message) ? t(message) : undefined;
}
