import { i18n, t } from './i18n.svelte';
import { type ProblemDetails, Refused, SignedOut, Unreachable } from './problem';

/** What went wrong and what to do, as a sentence for people: `problems.<code>` of the messages, or the service's own. */
export function inWords(error: unknown): string {
  if (error instanceof Unreachable) return t('problems.unreachable');
  if (error instanceof SignedOut) return t('problems.signed-out');
  if (!(error instanceof Refused)) return t('problems.broken');
  const own = `problems.${error.code}`;
  // It gets the problem's own numbers and names.
  if (i18n.has(own)) return t(own, plain(error.problem));
  return error.problem.detail || t('problems.broken');
}

function plain(problem: ProblemDetails): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(problem).filter((e): e is [string, string | number] =>
      ['string', 'number'].includes(typeof e[1]),
    ),
  );
}
