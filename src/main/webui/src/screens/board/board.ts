import type { Schema } from '../../lib/api';

type Task = Schema<'BoardTask'>;

/** The states that a board is read by; the first that holds is the column of a task. */
export const states = ['stuck', 'late', 'toVerify', 'open', 'held', 'done'] as const;
export type State = (typeof states)[number];

/** A task is in several states at once when its places are. */
export function is(task: Task, state: State): boolean {
  const { places } = task;
  switch (state) {
    case 'stuck':
      return task.stuck.length > 0;
    case 'late':
      return places.late > 0;
    case 'toVerify':
      return places.toVerify > 0;
    case 'open':
      return places.open > 0;
    case 'held':
      return places.held + places.offered > 0;
    case 'done':
      return task.stuck.length === 0 && places.open + places.held + places.offered + places.toVerify === 0;
  }
}

export interface Column {
  state: State;
  tasks: Task[];
}

/** Each task once, where it needs most attention; only columns with something in them. */
export function columns(tasks: Task[]): Column[] {
  const of = (task: Task) => states.find((state) => is(task, state)) ?? 'done';
  return states
    .map((state) => ({ state, tasks: tasks.filter((task) => of(task) === state) }))
    .filter((column) => column.tasks.length > 0);
}

/** What fits a state (every one, if none is chosen) and has all words of a text in its title or group. */
export function matching(tasks: Task[], state: State | undefined, text: string): Task[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return tasks.filter((task) => {
    const said = plain(`${task.title} ${task.group}`);
    return (!state || is(task, state)) && words.every((word) => said.includes(word));
  });
}

/** Without accents and case: who looks for "etude" finds "Étude". */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** How many places or tasks are in a state, of the whole board if it says so, else of what was read. */
export function counted(state: State, board: Schema<'BoardPage'>, tasks: Task[]): number {
  const places = board.totals?.places;
  if (state === 'stuck' || state === 'done') return tasks.filter((task) => is(task, state)).length;
  if (!places) return tasks.reduce((sum, task) => sum + inState(task.places, state), 0);
  return inState(places, state);
}

function inState(places: Schema<'BoardPlaces'>, state: 'open' | 'held' | 'late' | 'toVerify'): number {
  return state === 'held' ? places.held + places.offered : places[state];
}
