import { idempotencyKey } from './api';
import { Refused, Unreachable } from './problem';

const keys = new Map<string, string>();

/**
 * Does one thing that a person wants, with the same idempotency key when they press again after an answer was lost. Once
 * there is an answer, the next press is a new wish.
 *
 * @param intent names the wish, with all that is sent: another body under the same key would be refused
 */
export async function once<T>(intent: string, act: (key: string) => Promise<T>): Promise<T> {
  const key = keys.get(intent) ?? idempotencyKey();
  keys.set(intent, key);
  try {
    const done = await act(key);
    keys.delete(intent);
    return done;
  } catch (e) {
    if (!mayBeDone(e)) keys.delete(intent);
    throw e;
  }
}

/** No answer, or one from something in between: the work may have been done. */
function mayBeDone(e: unknown): boolean {
  return e instanceof Unreachable || (e instanceof Refused && e.status >= 500);
}
