import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { api, type Schema } from '../../lib/api';
import { follow, type ServerEvent } from '../../lib/events';
import { t } from '../../lib/i18n.svelte';
import { me } from '../../lib/me.svelte';
import { ask, Refused, SignedOut } from '../../lib/problem';

/** How long a card is marked after a change, and how long a burst of changes is gathered before the board is read again. */
const MARKED = 8_000;
const GATHERED = 600;
/** A tab that nobody looks at for so long is not kept up to date; it catches up when somebody does. */
const FORGOTTEN = 60_000;

/**
 * Follows the changes of tasks and places in a group and below it while a component is shown: `refresh` is called after
 * them, and what changed is in {@link changed}.
 */
export class Live {
  state = $state<'on' | 'connecting' | 'off'>('connecting');
  /** Tasks that changed a moment ago. */
  readonly changed = new SvelteSet<string>();
  /** Rises with each change of a task, so that what is shown of it is read again. */
  readonly versions = new SvelteMap<string, number>();
  /** For screen readers. */
  said = $state('');

  #turn = $state(0);
  #gathered = 0;
  #foreign = 0;
  #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #only: string | undefined;
  readonly #refresh: () => Promise<void>;

  /** @param only the one task whose changes count; all of the group, if left out */
  constructor(group: () => string, refresh: () => Promise<void>, only?: string) {
    this.#only = only;
    this.#refresh = refresh;
    // The path, not what it was read from: that is read again after each change, and the stream goes on.
    const path = $derived(group());
    $effect(() => {
      void this.#turn;
      return this.#whileSeen(path);
    });
  }

  restart(): void {
    this.#turn++;
  }

  #whileSeen(group: string): () => void {
    let stop = this.#begin(group);
    let forgotten: ReturnType<typeof setTimeout> | undefined;
    const looked = () => {
      clearTimeout(forgotten);
      if (document.hidden) forgotten = setTimeout(() => stop.abort(), FORGOTTEN);
      else if (stop.signal.aborted) stop = this.#begin(group);
    };
    document.addEventListener('visibilitychange', looked);
    return () => {
      document.removeEventListener('visibilitychange', looked);
      clearTimeout(forgotten);
      stop.abort();
      this.#gathered = 0;
      for (const timer of this.#timers) clearTimeout(timer);
    };
  }

  #begin(group: string): AbortController {
    const stop = new AbortController();
    let late = true;
    this.state = 'connecting';
    follow({
      open: (lastId, signal) => this.#open(group, lastId, signal),
      deal: (event) => this.#deal(event),
      connected: (yes) => {
        if (stop.signal.aborted) return;
        this.state = yes ? 'on' : 'connecting';
        // What changed between the first reading and the first connection is in no event.
        if (yes && late) void this.#refresh();
        late = false;
      },
      final: (error) => error instanceof SignedOut || (error instanceof Refused && forGood(error.status)),
      signal: stop.signal,
    })
      .catch(() => undefined)
      .finally(() => {
        if (!stop.signal.aborted) this.state = 'off';
      });
    return stop;
  }

  #open(group: string, lastId: string | undefined, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const answer = api.GET('/changes/stream', {
      params: {
        query: { group, types: 'task,assignment' },
        header: lastId ? { 'Last-Event-ID': lastId } : {},
      },
      parseAs: 'stream',
      signal,
    });
    return ask(answer as Promise<{ data?: ReadableStream<Uint8Array>; response: Response }>);
  }

  #deal(event: ServerEvent): void {
    const change = JSON.parse(event.data) as Schema<'Change'>;
    const task = taskOf(change);
    if (!task || (this.#only && task !== this.#only)) return;
    this.changed.add(task);
    this.versions.set(task, (this.versions.get(task) ?? 0) + 1);
    this.#later(MARKED, () => this.changed.delete(task));
    if (change.actor !== me.member?.id) this.#foreign++;
    if (this.#gathered++ > 0) return;
    // The same words once more would not be said again.
    this.said = '';
    this.#later(GATHERED, () => void this.#tell());
  }

  async #tell(): Promise<void> {
    this.#gathered = 0;
    const foreign = this.#foreign;
    this.#foreign = 0;
    await this.#refresh();
    if (foreign > 0) this.said = t('board.changes', { n: foreign });
  }

  #later(after: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, after);
    this.#timers.add(timer);
  }
}

function taskOf(change: Schema<'Change'>): string | undefined {
  if (change.subjectType === 'task') return change.subject;
  const task = change.data['task'];
  return typeof task === 'string' ? task : undefined;
}

function forGood(status: number): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 408 && status !== 429;
}
