import { idempotencyKey } from './api';

/**
 * What a person wants done, for the Idempotency-Key: pressed again after a lost answer it has the same key, so that it is
 * done once; with something else typed it is another intent.
 */
export class Intent {
  readonly #keys = new Map<string, string>();

  header(...said: unknown[]): { 'Idempotency-Key': string } {
    const intent = JSON.stringify(said);
    const key = this.#keys.get(intent) ?? idempotencyKey();
    this.#keys.set(intent, key);
    return { 'Idempotency-Key': key };
  }

  /** It is done: the same once more is wanted once more. */
  done(): void {
    this.#keys.clear();
  }
}
