import { api, type Schema } from '../../lib/api';
import { once } from '../../lib/once';
import { ask } from '../../lib/problem';
import { outlineOf, type TaskForm, timesOf } from './form';

interface Wanted {
  group: Schema<'Group'>;
  template: Schema<'Template'> | undefined;
  form: TaskForm;
}

/** Makes a draft of what was written, from the template if there is one. */
export function make(wanted: Wanted): Promise<Schema<'Task'>> {
  return wanted.template ? fromTemplate(wanted, wanted.template) : fromNothing(wanted);
}

function fromTemplate({ group, form }: Wanted, template: Schema<'Template'>): Promise<Schema<'Task'>> {
  const times = timesOf(form, group.zone);
  const body: Schema<'TaskFromTemplate'> = {
    group: group.path,
    content: outlineOf(form),
    ...(times && {
      startsAt: times.startsAt,
      durationMinutes: (Date.parse(times.endsAt) - Date.parse(times.startsAt)) / 60_000,
    }),
  };
  const path = { id: template.id };
  return once(`make ${template.id} ${JSON.stringify(body)}`, (key) =>
    ask(api.POST('/templates/{id}/tasks', { params: { path, header: { 'Idempotency-Key': key } }, body })),
  );
}

function fromNothing({ group, form }: Wanted): Promise<Schema<'Task'>> {
  const body = { group: group.path, ...outlineOf(form), ...timesOf(form, group.zone) };
  return once(`make ${JSON.stringify(body)}`, (key) =>
    ask(api.POST('/tasks', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
}

/** Opens a draft; who is on probation gets it back as WAITING. */
export function publish(id: string): Promise<Schema<'Task'>> {
  return once(`publish ${id}`, (key) =>
    ask(api.POST('/tasks/{id}/publish', { params: { path: { id }, header: { 'Idempotency-Key': key } } })),
  );
}
