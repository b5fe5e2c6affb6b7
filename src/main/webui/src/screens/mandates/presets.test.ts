import { expect, test } from 'vitest';
import type { Schema } from '../../lib/api';
import { handable, presets, reaches, rolesWithin, sorted } from './presets';

const mandate = (group: string, capabilities: readonly Schema<'Capability'>[]) =>
  ({ group, capabilities }) as Schema<'Mandate'>;

test('a mandate reaches its group and what is below, not a neighbour whose name begins alike', () => {
  expect(reaches('uk.hove', 'uk.hove')).toBe(true);
  expect(reaches('uk.hove', 'uk.hove.north')).toBe(true);
  expect(reaches('uk.hove', 'uk.hove-and-portslade')).toBe(false);
  expect(reaches('uk.hove', 'uk')).toBe(false);
});

test('only roles that one holds whole are offered', () => {
  expect(rolesWithin(presets.LEAD)).toEqual(Object.keys(presets));
  expect(rolesWithin(presets.ORGANISER)).toEqual(['ORGANISER']);
  expect(rolesWithin([])).toEqual([]);
});

test('one hands on from one mandate that reaches the group, the widest first', () => {
  const narrow = mandate('uk', ['MANDATE_GRANT']);
  const wide = mandate('uk.hove', presets.LEAD);
  const cannot = mandate('uk.hove', presets.ORGANISER);
  const elsewhere = mandate('uk.leeds', presets.LEAD);
  expect(handable([narrow, wide, cannot, elsewhere], 'uk.hove.north')).toEqual([wide, narrow]);
});

test('all capabilities have their place', () => {
  expect(sorted(presets.LEAD)).toHaveLength(22);
  expect(sorted(['MEMBER_READ', 'TASK_EDIT', 'TASK_CREATE'])).toEqual([
    'TASK_CREATE',
    'TASK_EDIT',
    'MEMBER_READ',
  ]);
});
