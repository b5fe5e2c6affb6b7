import { unitOf } from './words';

/** `grace`: the time is up, and the place is still kept for a moment. `over`: it is somebody else's to take. */
export type Phase = 'calm' | 'soon' | 'grace' | 'over';

const hour = 3_600_000;
const soon = 2 * hour;

/** Where a lease or an offer stands; an offer has no grace. */
export function phase(until: string, graceUntil: string | undefined, now: number): Phase {
  const left = Date.parse(until) - now;
  if (left > soon) return 'calm';
  if (left > 0) return 'soon';
  return Date.parse(graceUntil ?? until) > now ? 'grace' : 'over';
}

const units: [string, number][] = [
  ['day', 24 * hour],
  ['hour', hour],
  ['minute', 60_000],
  ['second', 1000],
];

/**
 * What is left in the two largest units that are there: "2 days 5 hr", "12 min". Seconds only in the last ten minutes: a
 * clock that runs all day makes people nervous and says nothing.
 */
export function left(milliseconds: number): string {
  const shown = milliseconds > 10 * 60_000 ? units.slice(0, 3) : units.slice(2);
  let rest = Math.max(0, milliseconds);
  const parts: string[] = [];
  for (const [unit, length] of shown) {
    const n = Math.floor(rest / length);
    rest -= n * length;
    if (n > 0) parts.push(unitOf(n, unit));
  }
  return parts.slice(0, 2).join(' ') || unitOf(0, 'second');
}
