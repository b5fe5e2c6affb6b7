import { api, type Schema } from '../../lib/api';
import { ask } from '../../lib/problem';

export type Entry = Schema<'JournalEntry'>;

/** So many pages at a time: the journal begins with the oldest, and what people ask for is at its end. */
const pagesAtOnce = 25;

/**
 * A group's journal, read from its first entry towards its last. The contract has no way to begin at the end, so it is read
 * through; very long ones in several goes.
 */
export class JournalReading {
  entries = $state.raw<Entry[]>([]);
  busy = $state(false);
  error = $state.raw<unknown>();
  /** How many were read so far, while it is read. */
  read = $state(0);
  /** Whether there are newer ones than those read. */
  more = $state(false);
  #next: string | undefined;
  #stopped = false;

  constructor(readonly path: string) {}

  /** Goes on where it stopped. What was read before an error stays. */
  async go(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = undefined;
    let found = this.entries;
    try {
      for (let i = 0; i < pagesAtOnce && !this.#stopped; i++) {
        const query = { group: this.path, limit: 200, ...(this.#next ? { cursor: this.#next } : {}) };
        const page = await ask(api.GET('/journal', { params: { query } }));
        found = [...found, ...page.items];
        this.read = found.length;
        this.#next = page.next;
        if (!page.next) break;
      }
    } catch (e) {
      this.error = e;
    } finally {
      this.entries = found;
      this.more = this.#next !== undefined;
      this.busy = false;
    }
  }

  /** Nobody looks any more. */
  stop(): void {
    this.#stopped = true;
  }
}
