import { afterEach, expect, test } from 'vitest';
import { i18n } from './i18n.svelte';
import { dayAndTime, fromNow, span, time } from './time';

const now = Date.parse('2026-11-24T12:00:00Z');
const after = (seconds: number): string => new Date(now + seconds * 1000).toISOString();

afterEach(() => (i18n.language = 'en'));

test.each([
  [0, 'now'],
  [59, 'in 59 seconds'],
  [60, 'in 1 minute'],
  [-3 * 60, '3 minutes ago'],
  [3599, 'in 59 minutes'],
  [3600, 'in 1 hour'],
  [-23.9 * 3600, '23 hours ago'],
  [86_400, 'tomorrow'],
  [-86_400, 'yesterday'],
  [10 * 86_400, 'in 10 days'],
])('%i seconds from now is "%s"', (seconds, said) => {
  expect(fromNow(after(seconds), now)).toBe(said);
});

test('it is said in the language that is spoken', () => {
  i18n.language = 'fr';
  expect(fromNow(after(7200), now)).toBe('dans 2 heures');
});

test('a moment is read from the clock of the place', () => {
  expect(time('2026-11-24T12:00:00Z', 'Europe/Madrid')).toBe('01:00 PM');
  expect(dayAndTime('2026-11-24T23:30:00Z', 'Europe/Paris')).toContain('Wed, Nov 25');
});

test('a span within a day says the day once', () => {
  const said = span('2026-11-24T18:00:00Z', '2026-11-24T20:00:00Z', 'Europe/London');
  expect(said.match(/Nov/g)).toHaveLength(1);
});
