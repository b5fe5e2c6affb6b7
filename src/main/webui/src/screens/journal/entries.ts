import type { Entry } from './reading.svelte';

export type Area = 'people' | 'work' | 'authority' | 'learning' | 'group';

const areaOfThing: Record<string, Area> = {
  member: 'people',
  membership: 'people',
  objection: 'people',
  signup: 'people',
  suspension: 'people',
  assignment: 'work',
  campaign: 'work',
  kind: 'work',
  series: 'work',
  task: 'work',
  template: 'work',
  undo: 'work',
  waiter: 'work',
  integration: 'authority',
  mandate: 'authority',
  rule: 'authority',
  vouch: 'authority',
  webhook: 'authority',
  attempt: 'learning',
  attendance: 'learning',
  certificate: 'learning',
  course: 'learning',
  enrolment: 'learning',
  practical: 'learning',
  qualification: 'learning',
  renewal: 'learning',
  session: 'learning',
  signoff: 'learning',
};

/** What an entry is about; what is not known yet belongs to the groups and their data. */
export function areaOf({ type }: Entry): Area {
  return areaOfThing[type.split('.')[0] ?? ''] ?? 'group';
}

/** Entries that one act made of many things: they are shown as one until somebody wants each. */
export interface Run {
  id: string;
  entries: Entry[];
}

/** Newest first, alike ones of the same request together. */
export function runs(entries: readonly Entry[]): Run[] {
  const all: Run[] = [];
  for (const entry of [...entries].reverse()) {
    const last = all.at(-1);
    const before = last?.entries[0];
    if (last && before?.type === entry.type && before.requestId === entry.requestId) last.entries.push(entry);
    else all.push({ id: entry.id, entries: [entry] });
  }
  return all;
}

/** A type that no messages know yet, as words: `future-thing.was-renamed`. */
export function inWords(type: string): { thing: string; what: string } {
  const [thing = '', what = ''] = type.split('.');
  const spaced = (text: string) => text.replaceAll('-', ' ');
  return { thing: spaced(thing).replace(/^./, (c) => c.toUpperCase()), what: spaced(what) };
}
