import { SvelteMap } from 'svelte/reactivity';
import { api, type Schema } from './api';
import { ask } from './problem';

/** Names of groups, as far as they were read. */
class Groups {
  readonly #known = new SvelteMap<string, string>();

  learn(groups: readonly { path: string; name: string }[]): void {
    for (const { path, name } of groups) this.#known.set(path, name);
  }

  /** The name, or what its path says until it is read. */
  name(path: string): string {
    return this.#known.get(path) ?? spoken(path);
  }

  /** What it is part of, the nearest first: tells two towns of the same name apart. */
  within(path: string): string {
    const above = path.split('.').slice(0, -1);
    return above.map((_, i) => this.name(above.slice(0, above.length - i).join('.'))).join(', ');
  }

  async read(path: string): Promise<Schema<'Group'>> {
    const group = await ask(api.GET('/groups/{path}', { params: { path: { path } } }));
    this.learn([group]);
    return group;
  }

  /** Groups with these letters in their names, in these parts of the tree. */
  async find(roots: readonly string[], letters: string): Promise<Schema<'Group'>[]> {
    const q = letters.trim();
    const query = { limit: 20, ...(q ? { q } : {}) };
    const pages = await Promise.all(
      roots.map((under) => ask(api.GET('/groups', { params: { query: { ...query, under } } }))),
    );
    const found = [...new Map(pages.flatMap((p) => p.items).map((g) => [g.path, g])).values()];
    this.learn(found);
    return found.filter((g) => !g.mergedInto);
  }
}

/** `south-east` as people would say it: "South East". What is as short as `uk` is an abbreviation. */
export function spoken(path: string): string {
  const slug = path.split('.').pop() ?? path;
  if (slug.length < 3) return slug.toUpperCase();
  return slug.replace(
    /(^|-)([^-])/g,
    (_, dash: string, first: string) => (dash && ' ') + first.toUpperCase(),
  );
}

export const groups = new Groups();
