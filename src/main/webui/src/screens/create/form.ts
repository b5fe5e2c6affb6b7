import type { Schema } from '../../lib/api';
import { momentOf, plusDays, wallTime } from '../../lib/zones';

/** A task as somebody writes it down: flat, so that two versions can be compared field by field. */
export interface TaskForm {
  title: string;
  instructions: string;
  steps: string;
  /** On the wall of the place; no `date`: any time. `until` before `from` is on the next day. */
  date: string;
  from: string;
  until: string;
  /** Whole days that it goes on longer; only tasks from elsewhere do. */
  days: number;
  remote: boolean;
  place: string;
  lat: number | null;
  lon: number | null;
  capacity: number;
  minutes: number;
  who: Schema<'AudienceWho'>;
  km: number;
  verify: Schema<'VerificationMode'>;
  percent: number;
  first: number;
  kind: string;
  course: string;
}

export const blank: TaskForm = {
  title: '',
  instructions: '',
  steps: '',
  date: '',
  from: '18:00',
  until: '20:00',
  days: 0,
  remote: false,
  place: '',
  lat: null,
  lon: null,
  capacity: 4,
  minutes: 120,
  who: 'GROUP',
  km: 10,
  verify: 'ALWAYS',
  percent: 20,
  first: 3,
  kind: '',
  course: '',
};

type Outline = Schema<'TaskOutline'>;

/** What a template or a task says, as a form; what it leaves out is as in `base`. */
export function formOf(outline: Outline, base: TaskForm = blank): TaskForm {
  const [lon = null, lat = null] = outline.place?.location?.coordinates ?? [];
  return {
    ...base,
    title: outline.title ?? base.title,
    instructions: outline.instructions ?? '',
    steps: (outline.steps ?? []).join('\n'),
    remote: outline.remote ?? false,
    place: outline.place?.name ?? '',
    lat,
    lon,
    capacity: outline.capacity ?? 1,
    minutes: outline.effortMinutes ?? base.minutes,
    who: outline.audience?.who ?? base.who,
    km: outline.audience?.km ?? base.km,
    verify: outline.verification?.mode ?? base.verify,
    percent: outline.verification?.percent ?? base.percent,
    first: outline.verification?.first ?? base.first,
    kind: outline.kind ?? '',
    course: outline.requiredCourseId ?? '',
  };
}

export function formOfTask(task: Schema<'Task'>): TaskForm {
  const form = formOf(task);
  if (!task.startsAt || !task.endsAt) return form;
  const from = wallTime(task.startsAt, task.zone);
  const until = wallTime(task.endsAt, task.zone);
  const nights = (Date.parse(until.date) - Date.parse(from.date)) / 86_400_000;
  const overnight = until.time <= from.time ? 1 : 0;
  return { ...form, date: from.date, from: from.time, until: until.time, days: nights - overnight };
}

/** How many minutes after a start a template's work ends. */
export function endOf(from: string, minutes: number): string {
  const [hour = 0, minute = 0] = from.split(':').map(Number);
  const end = (hour * 60 + minute + minutes) % 1440;
  return `${two(Math.floor(end / 60))}:${two(end % 60)}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** When it begins and ends in the zone, or nothing for work at any time. */
export function timesOf(form: TaskForm, zone: string): { startsAt: string; endsAt: string } | undefined {
  if (form.date === '' || form.from === '' || form.until === '') return undefined;
  const last = plusDays(form.date, form.days + (form.until <= form.from ? 1 : 0));
  return {
    startsAt: momentOf({ date: form.date, time: form.from }, zone).instant,
    endsAt: momentOf({ date: last, time: form.until }, zone).instant,
  };
}

/** All of it but the time, as the contract has it. */
export function outlineOf(form: TaskForm): Outline & { title: string; effortMinutes: number } {
  const place = placeOf(form);
  return {
    title: form.title.trim(),
    instructions: form.instructions,
    steps: stepsOf(form),
    remote: form.remote,
    ...(place && { place }),
    capacity: form.capacity,
    effortMinutes: form.minutes,
    audience: audienceOf(form),
    verification: verificationOf(form),
    ...(form.kind && { kind: form.kind }),
    ...(form.course && { requiredCourseId: form.course }),
  };
}

/** What is different, as a JSON Merge Patch (RFC 7396). */
export function patchOf(before: TaskForm, now: TaskForm, zone: string): Schema<'TaskPatch'> {
  const outline = outlineOf(now);
  const changed = (...fields: (keyof TaskForm)[]) => fields.some((f) => before[f] !== now[f]);
  const times = timesOf(now, zone);
  return {
    ...(changed('title') && { title: outline.title }),
    ...(changed('instructions') && { instructions: now.instructions }),
    ...(changed('steps') && { steps: stepsOf(now) }),
    ...(changed('remote') && { remote: now.remote }),
    ...(changed('remote', 'place', 'lat', 'lon') && { place: placeOf(now) ?? null }),
    ...(changed('capacity') && { capacity: now.capacity }),
    ...(changed('minutes') && { effortMinutes: now.minutes }),
    ...(changed('who', 'km') && { audience: audienceOf(now) }),
    ...(changed('verify', 'percent', 'first') && { verification: verificationOf(now) }),
    ...(changed('kind') && { kind: now.kind || null }),
    ...(changed('course') && { requiredCourseId: now.course || null }),
    ...(changed('date', 'from', 'until', 'days') &&
      (now.date === '' || times) && { startsAt: times?.startsAt ?? null, endsAt: times?.endsAt ?? null }),
  };
}

/**
 * Two people edited at once: mine where I changed something, theirs elsewhere.
 *
 * @param base what I began with
 */
export function merge(base: TaskForm, mine: TaskForm, theirs: TaskForm): TaskForm {
  return { ...theirs, ...differing(base, mine) };
}

/** The fields in which a later version differs, with what they say there. */
export function differing(before: TaskForm, after: TaskForm): Partial<TaskForm> {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => before[name as keyof TaskForm] !== value),
  );
}

function stepsOf(form: TaskForm): string[] {
  return form.steps
    .split('\n')
    .map((step) => step.trim())
    .filter((step) => step !== '');
}

function placeOf(form: TaskForm): Schema<'Place'> | undefined {
  if (form.remote) return undefined;
  const name = form.place.trim();
  const pinned = form.lat !== null && form.lon !== null;
  if (!name && !pinned) return undefined;
  return {
    ...(name && { name }),
    ...(pinned && { location: { type: 'Point', coordinates: [form.lon ?? 0, form.lat ?? 0] } }),
  };
}

function audienceOf(form: TaskForm): Schema<'Audience'> {
  return form.who === 'NEARBY' ? { who: form.who, km: form.km } : { who: form.who };
}

function verificationOf(form: TaskForm): Schema<'Verification'> {
  if (form.verify === 'SAMPLE') return { mode: form.verify, percent: form.percent };
  if (form.verify === 'NEW_PEOPLE') return { mode: form.verify, first: form.first };
  return { mode: form.verify };
}
