import { i18n } from './i18n.svelte';

/** Moments as people say them, in their language, and in the zone of the place: whoever travels there reads the clock there. */
export function day(instant: string, zone?: string): string {
  return format(instant, { weekday: 'short', day: 'numeric', month: 'short' }, zone);
}

/** For what is months away or ago: with the year. */
export function date(instant: string, zone?: string): string {
  return format(instant, { day: 'numeric', month: 'short', year: 'numeric' }, zone);
}

export function time(instant: string, zone?: string): string {
  return format(instant, { hour: '2-digit', minute: '2-digit' }, zone);
}

export function dayAndTime(instant: string, zone?: string): string {
  return format(
    instant,
    { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    zone,
  );
}

/** From when to when, as short as the language allows. */
export function span(from: string, to: string, zone?: string): string {
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  };
  return formatter(options, zone).formatRange(new Date(from), new Date(to));
}

/** "in 3 hours", "2 days ago": the largest unit that is at least one. */
export function fromNow(instant: string, now: number): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  const relative = new Intl.RelativeTimeFormat(i18n.locale, { numeric: 'auto' });
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return relative.format(Math.trunc(seconds), 'second');
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

function format(instant: string, options: Intl.DateTimeFormatOptions, zone?: string): string {
  return formatter(options, zone).format(new Date(instant));
}

function formatter(options: Intl.DateTimeFormatOptions, zone?: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(i18n.locale, zone ? { ...options, timeZone: zone } : options);
}
