import { SvelteMap } from 'svelte/reactivity';
import { api, type Schema } from './api';
import { ask } from './problem';

/** Groups that were asked for by their path: much of the contract names a group by its path, and people by its name. */
class Directory {
  #known = new SvelteMap<string, Schema<'Group'>>();
  #asked = new Map<string, Promise<Schema<'Group'>>>();

  /** What a group is called. Until the answer is here, and if none comes, the last part of its path, made readable. */
  name(path: string): string {
    const known = this.#known.get(path);
    if (known) return known.name;
    this.group(path).catch(() => undefined);
    return readable(path);
  }

  group(path: string): Promise<Schema<'Group'>> {
    const asked = this.#asked.get(path);
    if (asked) return asked;
    const asking = ask(api.GET('/groups/{path}', { params: { path: { path } } }));
    this.#asked.set(path, asking);
    asking.then(
      (group) => this.#known.set(path, group),
      () => this.#asked.delete(path),
    );
    return asking;
  }
}

/** `uk.south-east` becomes `South East`. */
export function readable(path: string): string {
  const slug = path.split('.').pop() ?? path;
  return slug.replace(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => {
    return (dash && ' ') + letter.toUpperCase();
  });
}

/** The groups above, the furthest first: of `uk.south-east.hove` those at `uk` and `uk.south-east`. */
export function above(path: string): string[] {
  const slugs = path.split('.');
  return slugs.slice(1).map((_, i) => slugs.slice(0, i + 1).join('.'));
}

/** Whether a group is at or below another. */
export function within(path: string, top: string): boolean {
  return path === top || path.startsWith(`${top}.`);
}

export const directory = new Directory();
