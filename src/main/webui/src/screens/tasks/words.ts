import { i18n } from '../../lib/i18n.svelte';

/** The city that an IANA time zone is named after: "Europe/Isle_of_Man" is the time of Isle of Man. */
export function city(zone: string): string {
  return (zone.split('/').pop() ?? zone).replaceAll('_', ' ');
}

/** "45 min", "2 h", "1 h 30 min", in the person's language. */
export function duration(minutes: number): string {
  const parts: [number, string][] = [
    [Math.floor(minutes / 60), 'hour'],
    [minutes % 60, 'minute'],
  ];
  const said = parts.filter(([n]) => n > 0).map(([n, unit]) => unitOf(n, unit));
  return said.length > 0 ? said.join(' ') : unitOf(0, 'minute');
}

export function kilometres(km: number): string {
  return unitOf(km, 'kilometer', km < 10 ? 1 : 0);
}

export function unitOf(n: number, unit: string, digits = 0): string {
  return new Intl.NumberFormat(i18n.locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(n);
}
