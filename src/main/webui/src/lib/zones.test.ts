import { expect, test } from 'vitest';
import { momentOf, plusDays, wallTime } from './zones';

test('a time of day is that of the place, in summer and in winter', () => {
  expect(momentOf({ date: '2026-07-01', time: '18:30' }, 'Europe/London').instant).toBe(
    '2026-07-01T17:30:00Z',
  );
  expect(momentOf({ date: '2026-11-24', time: '18:30' }, 'Europe/London').instant).toBe(
    '2026-11-24T18:30:00Z',
  );
  expect(momentOf({ date: '2026-01-01', time: '00:00' }, 'Asia/Kathmandu').instant).toBe(
    '2025-12-31T18:15:00Z',
  );
});

test('a time that the clocks leave out is as much later, and is told', () => {
  expect(momentOf({ date: '2027-03-28', time: '01:30' }, 'Europe/London')).toEqual({
    instant: '2027-03-28T01:30:00Z',
    hint: 'skipped',
  });
  expect(wallTime('2027-03-28T01:30:00Z', 'Europe/London').time).toBe('02:30');
});

test('of a time that comes twice it is the first, and that is told', () => {
  expect(momentOf({ date: '2026-10-25', time: '01:30' }, 'Europe/London')).toEqual({
    instant: '2026-10-25T00:30:00Z',
    hint: 'twice',
  });
  expect(momentOf({ date: '2026-11-01', time: '01:30' }, 'America/New_York')).toEqual({
    instant: '2026-11-01T05:30:00Z',
    hint: 'twice',
  });
});

test('hours around a change are plain ones', () => {
  for (const time of ['00:30', '02:00', '03:00']) {
    expect(momentOf({ date: '2026-10-25', time }, 'Europe/London').hint, time).toBeUndefined();
  }
  expect(momentOf({ date: '2027-03-28', time: '02:00' }, 'Europe/London').instant).toBe(
    '2027-03-28T01:00:00Z',
  );
});

test('what is shown is what was typed', () => {
  for (const zone of ['Europe/London', 'America/St_Johns', 'Pacific/Kiritimati', 'Australia/Lord_Howe']) {
    for (const date of ['2026-02-28', '2026-07-15', '2026-12-31']) {
      const typed = { date, time: '23:45' };
      expect(wallTime(momentOf(typed, zone).instant, zone), zone).toEqual(typed);
    }
  }
});

test('days are counted over months and years', () => {
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(plusDays('2028-02-28', 1)).toBe('2028-02-29');
});
