import type { Schema } from '../../lib/api';
import { blank, endOf, formOf, type TaskForm } from './form';

/** What somebody is writing: kept in memory while they look at other screens, and until it is made. */
class Draft {
  group = $state.raw<Schema<'Group'>>();
  template = $state.raw<Schema<'Template'>>();
  form = $state<TaskForm>({ ...blank });
  /** It is there already, but could not be opened: only that is left to do. */
  made = $state.raw<Schema<'Task'>>();

  get touched(): boolean {
    const { title, instructions, place, date } = this.form;
    return this.template !== undefined || [title, instructions, place, date].some((text) => text !== '');
  }

  /** Takes a template's words; when it is, and what was typed before a template was chosen, stays. */
  use(template: Schema<'Template'> | undefined): void {
    const { date, from, until } = this.form;
    this.template = template;
    if (!template) return;
    this.form = {
      ...formOf(template.content, { ...blank, title: template.name }),
      date,
      from,
      until: template.durationMinutes ? endOf(from, template.durationMinutes) : until,
    };
  }

  clear(): void {
    this.group = undefined;
    this.template = undefined;
    this.form = { ...blank };
    this.made = undefined;
  }
}

export const draft = new Draft();
