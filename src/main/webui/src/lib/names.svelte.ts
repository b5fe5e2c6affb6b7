import { SvelteMap } from 'svelte/reactivity';
import { api } from './api';
import { t } from './i18n.svelte';
import { me } from './me.svelte';
import { ask } from './problem';

/**
 * First names and initials of people, as lists of the service gave them; many answers of the contract name people by their
 * ids only. In memory, for as long as the page is open.
 */
class Names {
  readonly #known = new SvelteMap<string, string>();
  readonly #read = new Set<string>();

  learn<T extends { memberId: string; name?: string | undefined }>(people: readonly T[]): readonly T[] {
    for (const { memberId, name } of people) if (name) this.#known.set(memberId, name);
    return people;
  }

  known(id: string): string | undefined {
    return this.#known.get(id);
  }

  /** What to call somebody; who is not known gets the end of their id, so that two of them are not one. */
  of(id: string): string {
    if (id === me.member?.id) return t('people.you');
    return this.#known.get(id) ?? t('people.somebody', { id: id.slice(-4) });
  }

  /** As {@link of}, by name also of oneself: in a record one is one of many. */
  written(id: string): string {
    const [first = '', ...others] = (id === me.member?.id ? me.member.name : '').split(' ');
    const initial = others.at(-1)?.[0];
    return first ? (initial ? `${first} ${initial}.` : first) : this.of(id);
  }

  /** The names in a group. What is not shown to this person stays unknown: names are an aid, and no screen fails for them. */
  async readGroup(path: string): Promise<void> {
    if (this.#read.has(path) || !me.may('MEMBER_READ')) return;
    this.#read.add(path);
    try {
      const page = await ask(
        api.GET('/groups/{path}/members', {
          params: { path: { path }, query: { status: 'ACTIVE', limit: 200 } },
        }),
      );
      this.learn(page.items);
    } catch {
      this.#read.delete(path);
    }
  }

  /** The names of those who hold authority until a day in a whole part of the tree. */
  async readHolders(path: string): Promise<void> {
    if (this.#read.has(`${path} holders`) || !me.may('MANDATE_READ')) return;
    this.#read.add(`${path} holders`);
    try {
      const query = { days: 3660, limit: 200 };
      const page = await ask(
        api.GET('/groups/{path}/ending-mandates', { params: { path: { path }, query } }),
      );
      this.learn(page.items);
    } catch {
      this.#read.delete(`${path} holders`);
    }
  }
}

export const names = new Names();
