import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { areaOf, inWords, runs } from './entries';
import type { Entry } from './reading.svelte';

const entry = (id: string, type: string, requestId = id) => ({ id, type, requestId }) as Entry;

test('the newest come first, and what one act made of many is together', () => {
  const all = runs([
    entry('1', 'task.created'),
    entry('2', 'group.created', 'r'),
    entry('3', 'group.created', 'r'),
  ]);
  expect(all.map((run) => run.entries.map((e) => e.id))).toEqual([['3', '2'], ['1']]);
});

test('alike acts of different requests stay apart', () => {
  expect(runs([entry('1', 'task.created'), entry('2', 'task.created')])).toHaveLength(2);
});

test('what is not known yet is words all the same', () => {
  expect(inWords('future-thing.was-renamed')).toEqual({ thing: 'Future thing', what: 'was renamed' });
  expect(areaOf(entry('1', 'future-thing.was-renamed'))).toBe('group');
});

test('every sentence is there in each language', () => {
  const types = (language: string) =>
    Object.keys(
      JSON.parse(readFileSync(`src/messages/${language}/journal.json`, 'utf8')) as Record<string, string>,
    );
  expect(types('fr')).toEqual(types('en'));
  expect(types('es')).toEqual(types('en'));
});
