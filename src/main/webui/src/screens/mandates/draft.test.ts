import { beforeEach, expect, test } from 'vitest';
import type { Schema } from '../../lib/api';
import { me } from '../../lib/me.svelte';
import { Draft } from './draft.svelte';
import { presets } from './presets';

const mine = {
  group: 'uk',
  capabilities: presets.LEAD,
  delegationDepth: 3,
  until: '2099-01-01T09:00:00Z',
} as unknown as Schema<'Mandate'>;

beforeEach(() => {
  me.mandates = [mine];
});

function draft(): Draft {
  const made = new Draft();
  made.group = 'uk.hove';
  made.memberId = 'm';
  return made;
}

test('a role is sent as a role, and is not handed on unless that was said', () => {
  expect(draft().body()).toEqual({
    memberId: 'm',
    group: 'uk.hove',
    role: 'ORGANISER',
    kind: 'APPOINTED',
    delegationDepth: 0,
  });
});

test('with a limit only what is about tasks is left, by its name', () => {
  const limited = draft();
  limited.maxPlaces = 20;
  expect(limited.body()).toMatchObject({
    capabilities: ['TASK_CREATE', 'TASK_EDIT', 'TASK_ASSIGN', 'ASSIGNMENT_READ'],
    conditions: { maxPlaces: 20 },
  });
  expect(limited.body()).not.toHaveProperty('role');
});

test('a lead can be allowed to hand on, once less often than oneself', () => {
  const lead = draft();
  lead.role = 'LEAD';
  lead.handOn = true;
  expect(lead.body().delegationDepth).toBe(2);
  lead.role = 'ORGANISER';
  expect(lead.body().delegationDepth).toBe(0);
});

test('no day is after the end of the mandate it comes from', () => {
  me.mandates = [{ ...mine, until: '2027-01-01T09:00:00Z' }];
  const long = draft();
  long.term = 'date';
  long.date = '2031-01-01';
  expect(long.body().until).toBe('2027-01-01T09:00:00Z');
});

test('renewing keeps the limits', () => {
  const again = draft();
  again.like({
    ...mine,
    memberId: 'n',
    capabilities: ['TASK_EDIT'],
    source: 'DELEGATED',
    delegationDepth: 0,
    conditions: { kinds: ['canvass'] },
  });
  expect(again.body()).toMatchObject({
    memberId: 'n',
    capabilities: ['TASK_EDIT'],
    kind: 'DELEGATED',
    conditions: { kinds: ['canvass'] },
  });
});
