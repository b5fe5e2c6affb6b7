import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Queued } from './deed';

/** What this device keeps of one person. Its name is a hash of their subject, so that it says nothing about them. */
interface Contents extends DBSchema {
  kept: { key: string; value: { value: unknown; at: number } };
  outbox: { key: number; value: Queued };
}
export type Drawer = IDBPDatabase<Contents>;

/**
 * What this device keeps of nobody: `drawer`, the name of the last person's; `left`, whether they signed out without a
 * network; `about`, what the service said to everybody.
 */
interface Device extends DBSchema {
  notes: { key: string; value: unknown };
}
const device = 'barnstorm';

let whose: string | undefined;
let open: Promise<Drawer | undefined> = Promise.resolve(undefined);

/** The drawer of whoever is here; none where the browser keeps nothing, as in some private windows. */
export function drawer(): Promise<Drawer | undefined> {
  return open;
}

/** Somebody has signed in: what another person kept on this device is removed. */
export function openFor(subject: string): void {
  if (subject === whose) return;
  whose = subject;
  const before = open;
  open = quietly(async () => {
    const [here, name, last] = await Promise.all([before, nameFor(subject), note('drawer')]);
    if (here?.name === name) return here;
    here?.close();
    if (typeof last === 'string' && last !== name) await deleteDB(last);
    await takeNote('drawer', name);
    await takeNote('left', false);
    return openDrawer(name);
  });
}

/** Nobody can sign in now: what the last person kept. @returns whether there is anything */
export async function openLast(): Promise<boolean> {
  open = quietly(async () => {
    const last = await note('drawer');
    return typeof last === 'string' ? openDrawer(last) : undefined;
  });
  return (await open) !== undefined;
}

/** Removes all that this device keeps, of whomever. */
export async function wipe(): Promise<void> {
  const before = open;
  whose = undefined;
  open = Promise.resolve(undefined);
  await quietly(async () => {
    (await before)?.close();
    const last = await note('drawer');
    if (typeof last === 'string') await deleteDB(last);
    await deleteDB(device);
  });
}

/** Something about this device that is nobody's. */
export function note(name: string): Promise<unknown> {
  return quietly(() => onDevice((db) => db.get('notes', name)));
}

export async function takeNote(name: string, value: unknown): Promise<void> {
  await quietly(() => onDevice((db) => db.put('notes', value, name)));
}

async function onDevice<T>(act: (db: IDBPDatabase<Device>) => Promise<T>): Promise<T> {
  const db = await openDB<Device>(device, 1, { upgrade: (fresh) => void fresh.createObjectStore('notes') });
  try {
    return await act(db);
  } finally {
    db.close();
  }
}

function openDrawer(name: string): Promise<Drawer> {
  return openDB<Contents>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('kept');
      fresh.createObjectStore('outbox', { keyPath: 'id', autoIncrement: true });
    },
    // Another tab removes it, because somebody signed out there: nothing may stand in its way.
    blocking(_now, _then, event) {
      (event.target as IDBDatabase).close();
      open = Promise.resolve(undefined);
    },
  });
}

async function nameFor(subject: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subject)));
  return `${device}-${[...hash.slice(0, 16)].map((b) => b.toString(16).padStart(2, '0')).join('')}`;
}

/** Keeping is a help, no more: where a browser refuses, the app works as with a network only. */
async function quietly<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch {
    return undefined;
  }
}
