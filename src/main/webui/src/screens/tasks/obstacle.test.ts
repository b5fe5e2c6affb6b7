import { describe, expect, it } from 'vitest';
import { Refused } from '../../lib/problem';
import { ofEligibility, ofRefusal } from './obstacle';

function refused(code: string, more: Record<string, unknown>): Refused {
  return new Refused({
    type: `/problems/${code}`,
    title: code,
    status: 409,
    detail: 'No.',
    instance: '',
    ...more,
  });
}

const held = { assignment: 'a', task: 't', title: 'Ring', fence: 3, leaseUntil: '2026-12-01T10:00:00Z' };

describe('what stands in the way', () => {
  it('has the other tasks of a full one', () => {
    const full = refused('task-full', { capacity: 2, alternatives: [{ id: 'b', title: 'Fold' }] });
    expect(ofRefusal(full)).toMatchObject({
      code: 'task-full',
      alternatives: [{ id: 'b', title: 'Fold' }],
      holds: [],
    });
  });

  it('has the places in hand, one or several', () => {
    expect(ofRefusal(refused('double-booked', { other: held })).holds).toEqual([held]);
    expect(ofRefusal(refused('claim-limit', { limit: 1, holds: [held] }))).toMatchObject({
      limit: 1,
      holds: [held],
    });
  });

  it('has the course or the group that is missing', () => {
    expect(ofRefusal(refused('not-qualified', { course: 'c' })).courseId).toBe('c');
    expect(ofRefusal(refused('not-a-member', { group: 'uk.hove' })).group).toBe('uk.hove');
  });

  it('is the same from the question as from the refusal', () => {
    const asked = ofEligibility({
      code: 'claim-limit',
      detail: 'No.',
      remedy: 'Give one back.',
      limit: 1,
      holds: [held],
    });
    expect(asked).toEqual(ofRefusal(refused('claim-limit', { limit: 1, holds: [held] })));
  });
});
