import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refused } from '../../lib/problem';
import { patiently } from './patiently';

function refused(code: string, retryAfter?: number): Refused {
  return new Refused(
    { type: `/problems/${code}`, title: code, status: 409, detail: code, instance: '' },
    retryAfter,
  );
}

describe('what may be busy', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is done again after the seconds that the service asked for', async () => {
    const act = vi.fn().mockRejectedValueOnce(refused('busy', 2)).mockResolvedValue('held');
    const done = patiently(act);
    await vi.advanceTimersByTimeAsync(1999);
    expect(act).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    await expect(done).resolves.toBe('held');
  });

  it('is given up after three tries', async () => {
    const act = vi.fn().mockRejectedValue(refused('busy', 1));
    const done = expect(patiently(act)).rejects.toMatchObject({ code: 'busy' });
    await vi.runAllTimersAsync();
    await done;
    expect(act).toHaveBeenCalledTimes(3);
  });

  it('is not tried again when the answer is a real no', async () => {
    const act = vi.fn().mockRejectedValue(refused('task-full'));
    await expect(patiently(act)).rejects.toMatchObject({ code: 'task-full' });
    expect(act).toHaveBeenCalledTimes(1);
  });
});
