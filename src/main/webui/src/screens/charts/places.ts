import type { Schema } from '../../lib/api';

type Entry = Pick<Schema<'JournalEntry'>, 'type' | 'subject' | 'at' | 'data'>;

/** How many places were in which state when a day or a week was over. */
export interface Snapshot {
  /** The first day of it. */
  from: Date;
  open: number;
  held: number;
  done: number;
}

const day = 86_400_000;

/** How places stood, by days for the first weeks of a group and by weeks after that; what the journal says, counted. */
export function placesOverTime(entries: readonly Entry[], until: Date): Snapshot[] {
  const first = entries[0];
  if (!first) return [];
  const byWeeks = until.getTime() - Date.parse(first.at) > 21 * day;
  const counter = new Counter();
  const found: Snapshot[] = [];
  let from = start(new Date(first.at), byWeeks);
  let i = 0;
  while (from <= until) {
    const next = after(from, byWeeks);
    for (let entry = entries[i]; entry && Date.parse(entry.at) < next.getTime(); entry = entries[++i])
      counter.count(entry);
    found.push({ from, ...counter.now() });
    from = next;
  }
  return found;
}

/** Midnight of the day, or of its Monday, where the person is. */
function start(at: Date, byWeeks: boolean): Date {
  const back = byWeeks ? (at.getDay() + 6) % 7 : 0;
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() - back);
}

function after(from: Date, byWeeks: boolean): Date {
  return new Date(from.getFullYear(), from.getMonth(), from.getDate() + (byWeeks ? 7 : 1));
}

/** Where each task and each hold stands, as its last entry says. */
class Counter {
  readonly #capacity = new Map<string, number>();
  readonly #holds = new Map<string, { task: string; status: string }>();

  count({ type, subject, data }: Entry): void {
    const { status, capacity, task } = data as Record<string, unknown>;
    if (type.startsWith('task.') && typeof status === 'string') {
      this.#capacity.set(subject, status === 'OPEN' && typeof capacity === 'number' ? capacity : 0);
    }
    if (type.startsWith('assignment.') && typeof status === 'string' && typeof task === 'string') {
      this.#holds.set(subject, { task, status });
    }
  }

  now(): Omit<Snapshot, 'from'> {
    const taken = new Map<string, number>();
    let held = 0;
    let done = 0;
    for (const { task, status } of this.#holds.values()) {
      if (status === 'HELD' || status === 'OFFERED') held++;
      else if (status === 'DONE' || status === 'VERIFIED') done++;
      else continue;
      taken.set(task, (taken.get(task) ?? 0) + 1);
    }
    let open = 0;
    for (const [task, capacity] of this.#capacity) open += Math.max(0, capacity - (taken.get(task) ?? 0));
    return { open, held, done };
  }
}
