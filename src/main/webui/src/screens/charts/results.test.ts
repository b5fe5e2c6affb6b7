import { expect, test } from 'vitest';
import { numberIn, resultsOf, rowsOf } from './results';

const line = (status: string, outcome: string, quantity: number, campaignId = 'c') =>
  JSON.stringify({ status, outcome, quantity, campaignId });

test('what is done is added up by how it went, for one campaign', () => {
  const rows = rowsOf(
    [
      line('DONE', 'signed', 3),
      line('VERIFIED', 'signed', 4),
      line('REJECTED', 'signed', 9),
      line('DONE', 'away', 0),
      line('DONE', 'x', 1, 'd'),
      '',
    ].join('\n'),
  );
  expect(resultsOf(rows, 'c')).toEqual({
    outcomes: [
      { code: 'signed', count: 2, quantity: 7 },
      { code: 'away', count: 1, quantity: 0 },
    ],
    count: 3,
    quantity: 7,
  });
});

test('the number of a goal is found however it is written', () => {
  expect(numberIn('500 signatures')).toBe(500);
  expect(numberIn('Gather 12,500 names by May')).toBe(12500);
  expect(numberIn('Everybody warm')).toBeUndefined();
  expect(numberIn(undefined)).toBeUndefined();
});
