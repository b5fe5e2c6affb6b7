import { api, type Schema } from '../../lib/api';
import type { Intent } from '../../lib/intent';
import { ask } from '../../lib/problem';
import { outlineOf, type TaskForm, timesOf } from './form';

interface Wanted {
  group: Schema<'Group'>;
  template: Schema<'Template'> | undefined;
  form: TaskForm;
}

/** Makes a draft of what was written, from the template if there is one. */
export function make(wanted: Wanted, intent: Intent): Promise<Schema<'Task'>> {
  return wanted.template ? fromTemplate(wanted, wanted.template, intent) : fromNothing(wanted, intent);
}

function fromTemplate(
  { group, form }: Wanted,
  template: Schema<'Template'>,
  intent: Intent,
): Promise<Schema<'Task'>> {
  const times = timesOf(form, group.zone);
  const body: Schema<'TaskFromTemplate'> = {
    group: group.path,
    content: outlineOf(form),
    ...(times && {
      startsAt: times.startsAt,
      durationMinutes: (Date.parse(times.endsAt) - Date.parse(times.startsAt)) / 60_000,
    }),
  };
  const header = intent.header(template.id, body);
  return ask(api.POST('/templates/{id}/tasks', { params: { path: { id: template.id }, header }, body }));
}

function fromNothing({ group, form }: Wanted, intent: Intent): Promise<Schema<'Task'>> {
  const body = { group: group.path, ...outlineOf(form), ...timesOf(form, group.zone) };
  const header = intent.header(body);
  return ask(api.POST('/tasks', { params: { header }, body }));
}

/** Opens a draft; who is on probation gets it back as WAITING. */
export function publish(id: string, intent: Intent): Promise<Schema<'Task'>> {
  const params = { path: { id }, header: intent.header('publish', id) };
  return ask(api.POST('/tasks/{id}/publish', { params }));
}
