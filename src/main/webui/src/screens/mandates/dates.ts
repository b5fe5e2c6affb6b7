import { i18n } from '../../lib/i18n.svelte';

export { day } from '../../lib/time';

/** Terms go over a year's end: "3 Mar 2027". */
export function dayAndYear(instant: string): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
  return new Intl.DateTimeFormat(i18n.locale, options).format(new Date(instant));
}

/** The end of a day on the clock of whoever chose it, as `<input type="date">` gives it; not after `latest`. */
export function endOf(date: string, latest?: string): string {
  const end = new Date(`${date}T23:59:59`).toISOString();
  return latest && end > new Date(latest).toISOString() ? latest : end;
}

/** What `<input type="date">` wants for a moment. */
export function dateOf(instant: string | number): string {
  const at = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
