import { describe, expect, it } from 'vitest';
import type { Schema } from '../../lib/api';
import { standing, way } from './standing';

const member = (status: Schema<'MembershipStatus'>, expectedIn: string[] = []): Schema<'Me'> => ({
  id: 'm',
  version: 0,
  name: 'Vera',
  language: 'en',
  memberships: [{ id: 's', memberId: 'm', group: 'uk.hove', status, since: '2026-11-01T00:00:00Z' }],
  expectedIn,
});

describe('how somebody stands to a group', () => {
  it('is what the membership says, while there is one', () => {
    expect(standing(member('REQUESTED'), 'uk.hove')).toBe('REQUESTED');
    expect(standing(member('ACTIVE'), 'uk.lewes')).toBe('NONE');
    expect(standing(undefined, 'uk.hove')).toBe('NONE');
  });

  it('begins anew after it ended, or by being expected', () => {
    expect(standing(member('ENDED'), 'uk.hove')).toBe('NONE');
    expect(standing(member('ENDED', ['uk.hove']), 'uk.hove')).toBe('EXPECTED');
  });

  it('decides together with the policy what one can do', () => {
    expect(way('NONE', 'OPEN')).toBe('join');
    expect(way('NONE', 'REQUEST')).toBe('ask');
    expect(way('NONE', 'INVITATION')).toBeUndefined();
    expect(way('INVITED', 'INVITATION')).toBe('accept');
    expect(way('EXPECTED', 'REQUEST')).toBe('accept');
    expect(way('ACTIVE', 'OPEN')).toBeUndefined();
    expect(way('SUSPENDED', 'OPEN')).toBeUndefined();
  });
});
