import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { Loading } from './loading.svelte';
import { Pages } from './pages.svelte';
import type { Answer } from './problem';

/** Readings that answer when the test says so. */
class Server<T> {
  readonly asked: { cursor: string | undefined; answer: (value: T) => void; fail: (e: Error) => void }[] = [];

  read = (cursor?: string): Promise<T> =>
    new Promise((answer, fail) => void this.asked.push({ cursor, answer, fail }));
}

interface Page {
  items: string[];
  next?: string;
}
const page = (items: string[], next?: string): Answer<Page> => ({
  data: next === undefined ? { items } : { items, next },
  response: new Response(),
});

/** As a component would: what is made within can have effects. */
function inComponent<T>(make: () => T): T {
  let made: T | undefined;
  $effect.root(() => {
    made = make();
  });
  flushSync();
  return made as T;
}

const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

test('of two readings at once the later counts, whichever answers first', async () => {
  const server = new Server<string>();
  const loading = inComponent(() => new Loading(() => server.read()));
  void loading.reload();
  server.asked[1]?.answer('new');
  await settled();
  server.asked[0]?.answer('old');
  await settled();
  expect([loading.value, loading.busy]).toEqual(['new', false]);
});

test('a late failure of the earlier one is none', async () => {
  const server = new Server<string>();
  const loading = inComponent(() => new Loading(() => server.read()));
  void loading.reload();
  server.asked[1]?.answer('new');
  server.asked[0]?.fail(new Error('late'));
  await settled();
  expect([loading.value, loading.error]).toEqual(['new', undefined]);
});

test('the old value stays while it is read again, and when that fails', async () => {
  const server = new Server<string>();
  const loading = inComponent(() => new Loading(() => server.read()));
  server.asked[0]?.answer('old');
  await settled();
  void loading.reload();
  expect([loading.value, loading.busy]).toEqual(['old', true]);
  const broken = new Error('no network');
  server.asked[1]?.fail(broken);
  await settled();
  expect([loading.value, loading.error, loading.busy]).toEqual(['old', broken, false]);
});

test('what it depends on makes it read again', async () => {
  const server = new Server<string>();
  let query = $state('a');
  inComponent(() => new Loading(() => server.read(query)));
  query = 'b';
  flushSync();
  expect(server.asked.map((a) => a.cursor)).toEqual(['a', 'b']);
});

test('pages come one after the other', async () => {
  const server = new Server<Answer<Page>>();
  const pages = inComponent(() => new Pages((cursor) => server.read(cursor)));
  server.asked[0]?.answer(page(['a'], 'second'));
  await settled();
  expect([pages.items, pages.hasMore, pages.empty]).toEqual([['a'], true, false]);
  void pages.more();
  server.asked[1]?.answer(page(['b']));
  await settled();
  expect(server.asked.map((a) => a.cursor)).toEqual([undefined, 'second']);
  expect([pages.items, pages.hasMore]).toEqual([['a', 'b'], false]);
});

test('a list that begins anew is not mixed with a page of the old one', async () => {
  const server = new Server<Answer<Page>>();
  const pages = inComponent(() => new Pages((cursor) => server.read(cursor)));
  server.asked[0]?.answer(page(['a'], 'second'));
  await settled();
  void pages.more();
  void pages.reload();
  server.asked[2]?.answer(page(['x']));
  await settled();
  server.asked[1]?.answer(page(['b']));
  await settled();
  expect(pages.items).toEqual(['x']);
});

test('nothing is empty only when it was read', async () => {
  const server = new Server<Answer<Page>>();
  const pages = inComponent(() => new Pages((cursor) => server.read(cursor)));
  expect(pages.empty).toBe(false);
  server.asked[0]?.answer(page([]));
  await settled();
  expect(pages.empty).toBe(true);
});
