import { idempotencyKey } from '../api';
import { t } from '../i18n.svelte';
import { Refused } from '../problem';
import { session } from '../session.svelte';
import { toast } from '../toast.svelte';
import { connection } from './connection.svelte';
import { type Deed, isPassing, post, type Queued } from './deed';
import { type Drawer, drawer } from './drawer';

export type { Deed, Queued } from './deed';

/**
 * What was done and is not on the server yet. Everything goes through the drawer of its person before it is sent, so that
 * it is sent again, with the same key, when the answer was lost or the page closed. One tab sends at a time.
 */
class Outbox {
  waiting = $state.raw<Queued[]>([]);
  refused = $state.raw<Queued[]>([]);
  readonly #others = new BroadcastChannel('barnstorm-outbox');

  constructor() {
    this.#others.onmessage = () => void this.look();
  }

  /** @returns whether it was done, or waits for a network; a refusal is thrown */
  async send(deed: Deed): Promise<'done' | 'queued'> {
    const key = idempotencyKey();
    const box = await drawer();
    if (!box) {
      await post(deed, key);
      return 'done';
    }
    const id = await add(box, deed, key);
    await this.#inTurn(id);
    const left = await box.get('outbox', id);
    if (left?.refused) {
      await this.dismiss(id);
      throw new Refused(left.refused);
    }
    return left ? 'queued' : 'done';
  }

  /** Sends what waits. Resolves when that is done, or cannot be done now. */
  flush(): Promise<void> {
    return this.#inTurn();
  }

  /** The person has read why it could not be done. */
  async dismiss(id: number): Promise<void> {
    await (await drawer())?.delete('outbox', id);
    await this.#tell();
  }

  /** Whether something of this commitment waits, and what. */
  of(assignmentId: string): Deed['kind'] | undefined {
    return this.waiting.findLast((q) => q.deed.assignmentId === assignmentId)?.deed.kind;
  }

  /** Reads what there is. */
  async look(): Promise<void> {
    const all = (await (await drawer())?.getAll('outbox').catch(() => [])) ?? [];
    this.waiting = all.filter((q) => !q.refused);
    this.refused = all.filter((q) => q.refused);
  }

  async #inTurn(mine?: number): Promise<void> {
    await navigator.locks.request('barnstorm-outbox', async () => {
      const box = await drawer();
      if (!box) return;
      const sent: string[] = [];
      try {
        await sendAll(box, (id, deed) => id !== mine && sent.push(deed.title));
      } catch {
        // No network, nobody signed in, or an answer that is not the service's: all that is not sent stays.
      }
      await this.#tell();
      if (sent.length === 0) return;
      connection.turn++;
      toast.say(t('offline.sent', { n: sent.length, title: sent[0] ?? '' }));
    });
  }

  async #tell(): Promise<void> {
    await this.look();
    this.#others.postMessage('');
  }
}

/** Of several reports of progress of one commitment only the last counts. */
async function add(box: Drawer, deed: Deed, key: string): Promise<number> {
  const change = box.transaction('outbox', 'readwrite');
  for await (const entry of change.store) {
    const before = entry.value;
    const same = before.deed.kind === 'progress' && before.deed.assignmentId === deed.assignmentId;
    if (deed.kind === 'progress' && same && !before.refused) await entry.delete();
  }
  // The database adds the id.
  const id = await change.store.add({ deed: $state.snapshot(deed), key, at: Date.now() } as Queued);
  await change.done;
  return id;
}

/** One after the other, in the order in which they were done; a commitment's later deeds wait for its earlier ones. */
async function sendAll(box: Drawer, done: (id: number, deed: Deed) => void): Promise<void> {
  const stuck = new Set<string>();
  for (const id of await box.getAllKeys('outbox')) {
    const queued = await box.get('outbox', id);
    if (!queued || queued.refused || stuck.has(queued.deed.assignmentId)) continue;
    // The token may be of somebody else than before, who then has another drawer: this is not theirs to do.
    await session.token();
    if ((await drawer()) !== box) return;
    const outcome = await sendOne(box, queued);
    if (outcome === 'later') stuck.add(queued.deed.assignmentId);
    if (outcome === 'done') done(id, queued.deed);
  }
}

/** @returns how it went; without an answer it throws */
async function sendOne(box: Drawer, queued: Queued): Promise<'done' | 'refused' | 'later'> {
  try {
    await post(queued.deed, queued.key);
  } catch (e) {
    if (!(e instanceof Refused)) throw e;
    if (isPassing(e)) return 'later';
    await box.put('outbox', { ...queued, refused: e.problem });
    return 'refused';
  }
  await box.delete('outbox', queued.id);
  return 'done';
}

export const outbox = new Outbox();
