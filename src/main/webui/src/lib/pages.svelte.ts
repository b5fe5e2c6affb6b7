import type { Answer } from './problem';
import { ask } from './problem';

interface Page<T> {
  items: T[];
  next?: string;
}

/**
 * A paged list of the contract, page after page: `new Pages((cursor) => api.GET('/tasks', { params: { query: { cursor } } }))`.
 * Made in a component; what the function reads of runes makes it begin anew when it changes.
 */
export class Pages<T> {
  items = $state.raw<T[]>([]);
  error = $state.raw<unknown>();
  busy = $state(true);
  #next = $state<string>();
  #turn = 0;
  readonly #read: (cursor?: string) => Promise<Answer<Page<T>>>;

  constructor(read: (cursor?: string) => Promise<Answer<Page<T>>>) {
    this.#read = read;
    $effect(() => {
      void this.#run(read(), false);
    });
  }

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  /** True when everything is read and there is nothing. */
  get empty(): boolean {
    return !this.busy && this.error === undefined && this.items.length === 0;
  }

  reload(): Promise<void> {
    return this.#run(this.#read(), false);
  }

  more(): Promise<void> {
    return this.#run(this.#read(this.#next), true);
  }

  async #run(reading: Promise<Answer<Page<T>>>, further: boolean): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    try {
      const page = await ask(reading);
      if (turn !== this.#turn) return;
      this.items = further ? [...this.items, ...page.items] : page.items;
      this.#next = page.next;
      this.error = undefined;
    } catch (e) {
      if (turn === this.#turn) this.error = e;
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  }
}
