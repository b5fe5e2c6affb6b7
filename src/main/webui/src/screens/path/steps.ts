import type { Schema } from '../../lib/api';
import { t } from '../../lib/i18n.svelte';

/** The screen for a request that the service proposes, by its path; none where there is nothing to do in the app. */
export function screenOf({ path }: Schema<'StepAction'>): string | undefined {
  const [thing, id, further, module] = path.split('/').slice(1);
  if (thing === 'enrolments' && further === 'steps') return `/path/enrolments/${id}/steps/${module}`;
  if (thing === 'enrolments') return `/path/enrolments/${id}`;
  if (thing === 'courses') return `/path/courses/${id}`;
  if (thing === 'tasks') return `/tasks/${id}`;
  if (thing === 'groups') return id ? `/groups/${id}` : '/groups';
  return undefined;
}

/** The course of a step that proposes one. */
export function courseOf({ path }: Schema<'StepAction'>): string | undefined {
  return /^\/courses\/([^/]+)/.exec(path)?.[1];
}

/** The values of a step's sentence, with something for each that the message may ask for. */
export function valuesOf(about: Schema<'StepAbout'>): Record<string, string | number | Date> {
  return {
    group: about.group?.name ?? '',
    course: about.course ?? '',
    module: about.module ?? '',
    position: about.position ?? 0,
    modules: about.modules ?? 0,
    task: about.task ?? '',
    missing: about.missing ?? 0,
    days: about.days ?? 0,
    until: about.until ? new Date(about.until) : '',
  };
}

/** How a module is done, and about how long it takes. */
export function aboutModule({ kind, minutes }: Pick<Schema<'ModuleOutline'>, 'kind' | 'minutes'>): string {
  const done = t(`path.kind-${kind}`);
  return minutes === undefined ? done : `${done} · ${t('path.minutes', { minutes })}`;
}
