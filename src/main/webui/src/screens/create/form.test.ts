import { describe, expect, test } from 'vitest';
import { blank, differing, endOf, formOf, formOfTask, merge, outlineOf, patchOf, timesOf } from './form';

const evening = { ...blank, title: 'Stall', date: '2026-11-24' };

describe('the time of a task', () => {
  test('is on the clocks of its place', () => {
    expect(timesOf(evening, 'America/New_York')).toEqual({
      startsAt: '2026-11-24T23:00:00Z',
      endsAt: '2026-11-25T01:00:00Z',
    });
  });

  test('ends on the next day if it ends before it begins', () => {
    const night = { ...evening, from: '22:00', until: '02:00' };
    expect(timesOf(night, 'UTC')?.endsAt).toBe('2026-11-25T02:00:00Z');
  });

  test('is none without a day', () => {
    expect(timesOf(blank, 'UTC')).toBeUndefined();
  });

  test('of a template goes on past midnight', () => {
    expect(endOf('23:15', 90)).toBe('00:45');
  });
});

describe('a form of a task', () => {
  const task = {
    ...outlineOf({ ...evening, place: 'The Level', lat: 50.83, lon: -0.13, capacity: 3 }),
    zone: 'Europe/London',
    startsAt: '2026-11-24T18:00:00Z',
    endsAt: '2026-11-26T20:00:00Z',
  } as Parameters<typeof formOfTask>[0];

  test('shows a task as it is, with the days it takes', () => {
    const form = formOfTask(task);
    expect(form).toMatchObject({ date: '2026-11-24', until: '20:00', days: 2, lat: 50.83, lon: -0.13 });
    expect(timesOf(form, 'Europe/London')?.endsAt).toBe(task.endsAt);
  });

  test('changes nothing if nothing was changed', () => {
    expect(patchOf(formOfTask(task), formOfTask(task), 'Europe/London')).toEqual({});
  });

  test('says null for what is taken away', () => {
    const before = { ...formOfTask(task), kind: 'canvass', course: 'c' };
    const now = { ...before, date: '', kind: '', course: '', remote: true };
    expect(patchOf(before, now, 'Europe/London')).toEqual({
      startsAt: null,
      endsAt: null,
      kind: null,
      requiredCourseId: null,
      remote: true,
      place: null,
    });
  });

  test('leaves the time alone while it is not whole', () => {
    expect(patchOf(evening, { ...evening, from: '' }, 'UTC')).toEqual({});
  });
});

test('what a template leaves out is as usual', () => {
  expect(formOf({ title: 'Ring ten members', remote: true, effortMinutes: 90 })).toMatchObject({
    title: 'Ring ten members',
    minutes: 90,
    remote: true,
    capacity: 1,
    who: 'GROUP',
  });
});

test('of two edits at once both are kept, mine where both changed the same', () => {
  const mine = { ...evening, title: 'Big stall' };
  const theirs = { ...evening, title: 'Small stall', capacity: 9 };
  expect(merge(evening, mine, theirs)).toEqual({ ...theirs, title: 'Big stall' });
  expect(differing(evening, theirs)).toEqual({ title: 'Small stall', capacity: 9 });
});
