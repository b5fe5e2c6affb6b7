/** What a clock on the wall of some place shows. */
export interface WallTime {
  /** As `2026-11-24`. */
  date: string;
  /** As `18:30`. */
  time: string;
}

/**
 * `skipped`: clocks there never show that time on that day, because they go forward; `instant` is as much later.
 * `twice`: they show it twice, because they go back; `instant` is the first.
 */
export interface Moment {
  instant: string;
  hint?: 'skipped' | 'twice';
}

/** The moment at which the clocks of a zone show something. */
export function momentOf({ date, time }: WallTime, zone: string): Moment {
  const wall = Date.parse(`${date}T${time}:00Z`);
  // The zone's offsets a day before and after are all that can be in force: no zone changes twice in two days.
  const before = wall - offset(wall - DAY, zone);
  const after = wall - offset(wall + DAY, zone);
  const fits = [...new Set([before, after])].filter((at) => at + offset(at, zone) === wall);
  const first = Math.min(...fits);
  if (fits.length === 0) return { instant: iso(before), hint: 'skipped' };
  return fits.length > 1 ? { instant: iso(first), hint: 'twice' } : { instant: iso(first) };
}

/** What the clocks of a zone show at a moment. */
export function wallTime(instant: string, zone: string): WallTime {
  const at = Date.parse(instant);
  const [date = '', time = ''] = iso(at + offset(at, zone)).split('T');
  return { date, time: time.slice(0, 5) };
}

/** The day so many days after another, whatever the zone. */
export function plusDays(date: string, days: number): string {
  return iso(Date.parse(`${date}T00:00:00Z`) + days * DAY).slice(0, 10);
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offset(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - (at - (at % 1000));
}

function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

const DAY = 86_400_000;
