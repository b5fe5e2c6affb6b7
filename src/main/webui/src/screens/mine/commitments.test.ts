import { describe, expect, it } from 'vitest';
import type { Schema } from '../../lib/api';
import type { Deed, Queued } from '../../lib/offline/outbox.svelte';
import { stepsDone } from './commitments';

const assignment = { id: 'a', stepsDone: [0] } as unknown as Schema<'Assignment'>;

function queued(id: number, assignmentId: string, done: number[]): Queued {
  const deed: Deed = { kind: 'progress', assignmentId, title: 'Fold', body: { fence: 1, done } };
  return { id, deed, key: 'k', at: 0 };
}

describe('the steps that are done', () => {
  it('are those that the service knows', () => {
    expect(stepsDone(assignment, [])).toEqual([0]);
    expect(stepsDone(assignment, [queued(1, 'b', [1, 2])])).toEqual([0]);
  });

  it('are those last ticked while there was no network, so that the next tick does not undo them', () => {
    expect(stepsDone(assignment, [queued(1, 'a', [0, 1]), queued(2, 'a', [1])])).toEqual([1]);
  });
});
