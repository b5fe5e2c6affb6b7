import { Unreachable } from '../problem';
import { connection } from './connection.svelte';
import { type Drawer, drawer } from './drawer';

/** What was read before, for when there is no network. */
export interface Kept<T> {
  value: T;
  /** When it was read, in milliseconds, if it is not from just now. */
  asOf?: number;
}

/** Longer than that, what somebody should do next helps nobody. */
const longest = 14 * 86_400_000;

/**
 * Reads, and keeps what was read on this device under a key; without a network gives what was kept. In a `Loading` it is
 * read again when there is a network again.
 *
 * @param key the same for the same list, as `next` or `assignment/<id>`
 * @param less what of it is kept, where not all is needed without a network
 */
export async function kept<T>(
  key: string,
  read: () => Promise<T>,
  less: (value: T) => T = (value) => value,
): Promise<Kept<T>> {
  void connection.turn;
  // Before reading: if somebody else signs in meanwhile, this is not for their drawer.
  const box = drawer();
  try {
    const value = await read();
    await keep(await box, key, less(value));
    return { value };
  } catch (e) {
    const found = e instanceof Unreachable ? await find<T>(await drawer(), key) : undefined;
    if (!found) throw e;
    connection.showing(found.at);
    return { value: found.value, asOf: found.at };
  }
}

async function keep(box: Drawer | undefined, key: string, value: unknown): Promise<void> {
  try {
    await box?.put('kept', { value, at: Date.now() }, key);
    if (box) await dropOld(box);
  } catch {
    // The disk is full, or the drawer was removed in another tab: then there is nothing to read without a network.
  }
}

async function find<T>(box: Drawer | undefined, key: string): Promise<{ value: T; at: number } | undefined> {
  const found = await box?.get('kept', key).catch(() => undefined);
  if (!found || found.at < Date.now() - longest) return undefined;
  // What is under a key was put there by the same reading.
  return found as { value: T; at: number };
}

async function dropOld(box: Drawer): Promise<void> {
  const change = box.transaction('kept', 'readwrite');
  for await (const entry of change.store) {
    if (entry.value.at < Date.now() - longest) await entry.delete();
  }
  await change.done;
}
