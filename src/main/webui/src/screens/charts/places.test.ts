import { expect, test } from 'vitest';
import { placesOverTime } from './places';

const at = (date: string) => new Date(`${date}T12:00:00`).toISOString();
const task = (date: string, type: string, status: string, capacity: number) => ({
  type: `task.${type}`,
  subject: 't',
  at: at(date),
  data: { status, capacity },
});
const hold = (date: string, subject: string, type: string, status: string) => ({
  type: `assignment.${type}`,
  subject,
  at: at(date),
  data: { status, task: 't' },
});

test('each day shows how places stood when it was over', () => {
  const days = placesOverTime(
    [
      task('2026-11-02', 'created', 'DRAFT', 3),
      task('2026-11-03', 'published', 'OPEN', 3),
      hold('2026-11-03', 'a', 'claimed', 'HELD'),
      hold('2026-11-04', 'b', 'claimed', 'HELD'),
      hold('2026-11-04', 'a', 'completed', 'DONE'),
      hold('2026-11-05', 'b', 'released', 'RELEASED'),
      task('2026-11-06', 'closed', 'CLOSED', 3),
    ],
    new Date('2026-11-06T18:00:00'),
  );
  expect(days.map(({ open, held, done }) => [open, held, done])).toEqual([
    [0, 0, 0],
    [2, 1, 0],
    [1, 1, 1],
    [2, 0, 1],
    [0, 0, 1],
  ]);
});

test('after three weeks it goes by weeks, which begin on Mondays', () => {
  const weeks = placesOverTime([task('2026-11-04', 'published', 'OPEN', 2)], new Date('2026-11-30T18:00:00'));
  expect(weeks).toHaveLength(5);
  expect(weeks.every(({ from }) => from.getDay() === 1)).toBe(true);
});

test('an empty journal is no chart', () => {
  expect(placesOverTime([], new Date())).toEqual([]);
});
