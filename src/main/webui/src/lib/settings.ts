import { connection } from './offline/connection.svelte';
import { note, takeNote } from './offline/drawer';
import { Unreachable } from './problem';
import type { SignIn } from './session.svelte';

/** What this installation says to every client: `GET /about`, the one operation that needs no token. */
export interface About extends SignIn {
  /** Map tiles, `{z}/{x}/{y}` in the address; absent: maps are outlines of the tree's own coordinates. */
  tiles?: { url: string; attribution: string };
}

/** Later than that an answer is none: the app opens on what it has kept. */
const patience = 10_000;

let about: Promise<About> | undefined;

/** Without a network: what this device was told the last time. */
export function settings(): Promise<About> {
  about ??= read().catch(async (e: unknown) => {
    about = undefined;
    const last = e instanceof Unreachable ? await note('about') : undefined;
    if (!last) throw e;
    return last as About; // only read() puts something there
  });
  return about;
}

/** Finds out whether the service answers again. */
export async function knock(): Promise<void> {
  about = read('no-store');
  await about.catch(() => (about = undefined));
}

async function read(cache: RequestCache = 'default'): Promise<About> {
  try {
    const answer = await fetch('/api/v1/about', { cache, signal: AbortSignal.timeout(patience) });
    if (!answer.ok) throw new TypeError(`${answer.status} of /about`);
    const found = (await answer.json()) as About;
    connection.found();
    await takeNote('about', found);
    return found;
  } catch (e) {
    connection.lost();
    throw new Unreachable(e);
  }
}
