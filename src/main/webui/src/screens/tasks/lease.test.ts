import { describe, expect, it } from 'vitest';
import { left, phase } from './lease';

const end = '2026-12-01T12:00:00Z';
const grace = '2026-12-01T12:30:00Z';
const at = (time: string): number => Date.parse(`2026-12-01T${time}Z`);

describe('a lease', () => {
  it('is calm until two hours before its end, then soon, in grace, and over', () => {
    expect(phase(end, grace, at('09:59:00'))).toBe('calm');
    expect(phase(end, grace, at('10:00:00'))).toBe('soon');
    expect(phase(end, grace, at('11:59:59'))).toBe('soon');
    expect(phase(end, grace, at('12:00:00'))).toBe('grace');
    expect(phase(end, grace, at('12:30:00'))).toBe('over');
  });

  it('is over at its end when there is no grace', () => {
    expect(phase(end, undefined, at('12:00:00'))).toBe('over');
  });

  it('says what is left in two units at most, and seconds only near the end', () => {
    expect(left(53 * 3_600_000 + 61_000)).toBe('2 days 5 hr');
    expect(left(61 * 60_000 + 5000)).toBe('1 hr 1 min');
    expect(left(11 * 60_000 + 5000)).toBe('11 min');
    expect(left(9 * 60_000 + 5000)).toBe('9 min 5 sec');
    expect(left(3000)).toBe('3 sec');
    expect(left(-1)).toBe('0 sec');
  });
});
