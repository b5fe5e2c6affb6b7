import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refused, Unreachable } from '../problem';
import { connection } from './connection.svelte';
import { openFor, openLast, wipe } from './drawer';
import { kept } from './kept';

const noNetwork = (): Promise<string> => Promise.reject(new Unreachable(new TypeError()));
const days = 86_400_000;

beforeEach(async () => {
  await wipe();
  openFor('ada');
});
afterEach(() => {
  vi.restoreAllMocks();
  connection.asOf = undefined;
});

test('what is read now has no age', async () => {
  expect(await kept('next', () => Promise.resolve('tasks'))).toEqual({ value: 'tasks' });
});

test('without a network it is what was read last, and says from when', async () => {
  vi.spyOn(Date, 'now').mockReturnValue(1000);
  await kept('next', () => Promise.resolve('old'));
  vi.spyOn(Date, 'now').mockReturnValue(2000);
  await kept('next', () => Promise.resolve('new'));
  expect(await kept('next', noNetwork)).toEqual({ value: 'new', asOf: 2000 });
  expect(connection.asOf).toBe(2000);
});

test('the bar says the age of the oldest that is shown', async () => {
  vi.spyOn(Date, 'now').mockReturnValue(1000);
  await kept('next', () => Promise.resolve('a'));
  vi.spyOn(Date, 'now').mockReturnValue(2000);
  await kept('mine', () => Promise.resolve('b'));
  await kept('mine', noNetwork);
  await kept('next', noNetwork);
  expect(connection.asOf).toBe(1000);
});

test('what was never read cannot be shown', async () => {
  await expect(kept('mine', noNetwork)).rejects.toBeInstanceOf(Unreachable);
});

test('a refusal is an answer: what was kept does not hide it', async () => {
  await kept('next', () => Promise.resolve('tasks'));
  const problem = { type: '/problems/forbidden', title: '', status: 403, detail: '', instance: '' };
  await expect(kept('next', () => Promise.reject(new Refused(problem)))).rejects.toBeInstanceOf(Refused);
});

test('what is older than fourteen days is not shown', async () => {
  await kept('next', () => Promise.resolve('tasks'));
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + 13 * days);
  expect(await kept('next', noNetwork)).toMatchObject({ value: 'tasks' });
  vi.spyOn(Date, 'now').mockReturnValue(now + 15 * days);
  await expect(kept('next', noNetwork)).rejects.toBeInstanceOf(Unreachable);
});

test('and removed when something new is kept', async () => {
  const now = Date.now();
  await kept('next', () => Promise.resolve('tasks'));
  vi.spyOn(Date, 'now').mockReturnValue(now + 15 * days);
  await kept('mine', () => Promise.resolve('held'));
  vi.spyOn(Date, 'now').mockReturnValue(now);
  await expect(kept('next', noNetwork)).rejects.toBeInstanceOf(Unreachable);
});

test('only the part that is needed without a network is kept', async () => {
  const member = { name: 'Ada', phone: '1' };
  const read = (): Promise<typeof member> => Promise.resolve(member);
  expect((await kept('me', read, (m) => ({ ...m, phone: '' }))).value.phone).toBe('1');
  const again = await kept<typeof member>('me', () => Promise.reject(new Unreachable('')));
  expect(again.value).toEqual({ name: 'Ada', phone: '' });
});

test('the app opens on what the last person here kept', async () => {
  await kept('next', () => Promise.resolve('tasks'));
  expect(await openLast()).toBe(true);
  expect(await kept('next', noNetwork)).toMatchObject({ value: 'tasks' });
});

test('somebody else finds nothing, and neither does the first one when they come back', async () => {
  await kept('next', () => Promise.resolve('tasks'));
  openFor('grace');
  await expect(kept('next', noNetwork)).rejects.toBeInstanceOf(Unreachable);
  openFor('ada');
  await expect(kept('next', noNetwork)).rejects.toBeInstanceOf(Unreachable);
});

test('what was asked for by one person is not kept for the next', async () => {
  await kept('next', () => {
    openFor('grace');
    return Promise.resolve('tasks of Ada');
  });
  await expect(kept('next', noNetwork)).rejects.toBeInstanceOf(Unreachable);
});

test('signing out leaves nothing on the device', async () => {
  await kept('next', () => Promise.resolve('tasks'));
  await wipe();
  expect(await indexedDB.databases()).toEqual([]);
  expect(await openLast()).toBe(false);
});

test('when somebody signs out in another tab, this one has nothing either, and goes on', async () => {
  await kept('next', () => Promise.resolve('tasks'));
  const names = (await indexedDB.databases()).map((db) => db.name ?? '');
  await Promise.all(names.map((name) => deleteDB(name)));
  await expect(kept('next', noNetwork)).rejects.toBeInstanceOf(Unreachable);
  expect(await kept('next', () => Promise.resolve('tasks'))).toEqual({ value: 'tasks' });
  expect(await indexedDB.databases()).toEqual([]);
});

test('the name of the database says nothing about whose it is', async () => {
  await kept('next', () => Promise.resolve('tasks'));
  const names = (await indexedDB.databases()).map((db) => db.name);
  expect(names).toContainEqual(expect.stringMatching(/^barnstorm-[0-9a-f]{32}$/));
});
