import { expect, test, vi } from 'vitest';
import type { Route } from './router.svelte';

// The router of the page reads its address at once.
vi.hoisted(() => {
  vi.stubGlobal('location', { pathname: '/app/', search: '' });
  vi.stubGlobal('addEventListener', () => undefined);
});
const { match } = await import('./router.svelte');

const routes: Route[] = ['/tasks', '/tasks/new', '/tasks/:id', '/groups/:path/board'].map((path) => ({
  path,
  title: path,
  load: () => Promise.reject(new Error('not loaded here')),
}));

function found(path: string): [string, Record<string, string>] | undefined {
  const it = match(routes, path);
  return it && [it.route.path, it.params];
}

test('a path without parameters', () => {
  expect(found('/tasks')).toEqual(['/tasks', {}]);
});

test('the first that fits counts', () => {
  expect(found('/tasks/new')).toEqual(['/tasks/new', {}]);
  expect(found('/tasks/17')).toEqual(['/tasks/:id', { id: '17' }]);
});

test('a parameter is read as it was written', () => {
  expect(found('/groups/uk.south-east%20%C3%A9/board')).toEqual([
    '/groups/:path/board',
    { path: 'uk.south-east é' },
  ]);
});

test.each(['/', '/task', '/tasks/1/2', '/groups/board', ''])('%j is no screen', (path) => {
  expect(found(path)).toBeUndefined();
});

test('a path that was cut off in the middle of a character is no screen, and breaks nothing', () => {
  expect(found('/tasks/%E0%A4')).toBeUndefined();
});
