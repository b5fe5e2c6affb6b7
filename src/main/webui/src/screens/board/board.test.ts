import { expect, test } from 'vitest';
import type { Schema } from '../../lib/api';
import { columns, counted, matching } from './board';

const none = { open: 0, offered: 0, held: 0, late: 0, toVerify: 0, verified: 0 };

function task(title: string, places: Partial<typeof none>, stuck: Schema<'Stuck'>[] = []) {
  return {
    id: title,
    group: 'uk.lewes',
    title,
    status: 'OPEN' as const,
    places: { ...none, ...places },
    stuck,
  };
}

const tasks = [
  task('Stall', { open: 2, held: 1 }),
  task('Étude', { held: 2, late: 1 }),
  task('Count', { verified: 1 }),
  task('Doors', { open: 3 }, ['NOT_CLAIMED']),
  task('Phone bank', { toVerify: 1, open: 1 }),
];

test('a task stands once, where it needs most attention', () => {
  expect(columns(tasks).map((c) => [c.state, ...c.tasks.map((t) => t.title)])).toEqual([
    ['stuck', 'Doors'],
    ['late', 'Étude'],
    ['toVerify', 'Phone bank'],
    ['open', 'Stall'],
    ['done', 'Count'],
  ]);
});

test('a filter finds a task by each of its states', () => {
  expect(matching(tasks, 'open', '').map((t) => t.title)).toEqual(['Stall', 'Doors', 'Phone bank']);
  expect(matching(tasks, 'held', '').map((t) => t.title)).toEqual(['Stall', 'Étude']);
});

test('a text is found in any case, with or without accents, word by word', () => {
  expect(matching(tasks, undefined, 'ETUDE').map((t) => t.title)).toEqual(['Étude']);
  expect(matching(tasks, undefined, 'bank phone lewes').map((t) => t.title)).toEqual(['Phone bank']);
  expect(matching(tasks, 'late', 'stall')).toEqual([]);
});

test('numbers are of the whole board where it has them, not only of what was read', () => {
  const page = { group: 'uk', items: [] as typeof tasks };
  const places = { ...none, open: 70, held: 3, offered: 2 };
  const totals = {
    tasks: 9,
    places,
    waitingForVerification: 0,
    lapsedTwice: 0,
    notClaimed: 0,
    waitingForReview: 0,
  };
  expect(counted('open', { ...page, totals }, tasks)).toBe(70);
  expect(counted('held', { ...page, totals }, tasks)).toBe(5);
  expect(counted('stuck', { ...page, totals }, tasks)).toBe(1);
});
