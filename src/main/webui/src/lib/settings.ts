import type { SignIn } from './session.svelte';
import { Unreachable } from './problem';

/** What this installation says to every client: `GET /about`, the one operation that needs no token. */
export interface About extends SignIn {
  /** Map tiles, `{z}/{x}/{y}` in the address; absent: maps are outlines of the tree's own coordinates. */
  tiles?: { url: string; attribution: string };
}

let about: Promise<About> | undefined;

export function settings(): Promise<About> {
  about ??= fetch('/api/v1/about')
    .then(async (r) => (await r.json()) as About)
    .catch((e: unknown) => {
      about = undefined;
      throw new Unreachable(e);
    });
  return about;
}
