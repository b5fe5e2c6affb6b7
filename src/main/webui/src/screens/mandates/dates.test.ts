import { expect, test } from 'vitest';
import { dateOf, endOf } from './dates';

test('a day ends where the person is, and goes there and back', () => {
  expect(dateOf(endOf('2027-03-01'))).toBe('2027-03-01');
});

test('the last day of a mandate ends with it', () => {
  const latest = '2027-03-01T09:00:00Z';
  expect(endOf(dateOf(latest), latest)).toBe(latest);
  expect(endOf('2027-02-01', latest)).not.toBe(latest);
});
