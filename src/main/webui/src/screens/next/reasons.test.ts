import { describe, expect, it } from 'vitest';
import type { Schema } from '../../lib/api';
import { reasons } from './reasons';

type Reason = Schema<'NextReason'>;

function task(...given: Reason[]): Schema<'NextSuggestion'> {
  return {
    id: 't',
    group: 'uk.hove',
    title: 'Ring',
    remote: true,
    zone: 'Europe/London',
    effortMinutes: 30,
    capacity: 5,
    taken: 3,
    reasons: given,
  };
}

describe('why a task is suggested', () => {
  it('is said with the numbers of the task', () => {
    const [places] = reasons(task({ code: 'PLACES_OPEN', text: '2 of 5 places are still open' }));
    expect(places).toContain('2');
    expect(places).toContain('5');
  });

  it('does not repeat what the card shows as a fact', () => {
    expect(reasons(task({ code: 'REMOTE', text: 'can be done from anywhere' }))).toEqual([]);
  });

  it("is the service's sentence for a reason that came after this app", () => {
    const unknown = { code: 'FULL_MOON', text: 'the moon is full' } as unknown as Reason;
    expect(reasons(task(unknown))).toEqual(['the moon is full']);
  });
});
