import { api, type Schema } from '../../lib/api';
import { type Kept, kept } from '../../lib/offline/kept';
import type { Queued } from '../../lib/offline/outbox.svelte';
import { ask, Refused } from '../../lib/problem';

/** A place of one's own, with what one needs to know in the hall without a network. */
export interface Commitment {
  assignment: Schema<'Assignment'>;
  /** Absent when one may not see it, as for an office's place that is not yet one's own. */
  task?: Schema<'Task'>;
  /** How work of this kind can turn out; absent for work without a kind. */
  kind?: Schema<'TaskKind'>;
}

/** All that is in hand, waited for, or waiting for an answer. */
export interface InHand {
  offers: Commitment[];
  held: Commitment[];
  done: Schema<'Assignment'>[];
  waits: Schema<'Waiter'>[];
  handovers: Schema<'HandoverToMe'>[];
  offices: Schema<'OfficePlace'>[];
}

export function keptCommitment(id: string): Promise<Kept<Commitment>> {
  return kept(place(id), async () =>
    withTask(await ask(api.GET('/assignments/{id}', { params: { path: { id } } }))),
  );
}

export function keptInHand(): Promise<Kept<InHand>> {
  return kept('mine', async () => {
    const found = await readInHand();
    // Each is kept by itself too: what was never opened can be opened in the hall.
    await Promise.all(
      [...found.offers, ...found.held].map((c) => kept(place(c.assignment.id), () => Promise.resolve(c))),
    );
    return found;
  });
}

const place = (id: string): string => `assignment/${id}`;

async function readInHand(): Promise<InHand> {
  const query = { limit: 100 };
  const [offered, held, done, waits, handovers, offices] = await Promise.all([
    withStatus('OFFERED'),
    withStatus('HELD'),
    withStatus('DONE'),
    ask(api.GET('/me/waitlist', { params: { query } })),
    ask(api.GET('/me/handovers', { params: { query } })),
    ask(api.GET('/me/offices', { params: { query } })),
  ]);
  const kinds = new Map<string, Promise<Schema<'TaskKind'> | undefined>>();
  const all = await Promise.all([...offered, ...held].map((a) => withTask(a, kinds)));
  return {
    offers: byEnd(all.filter((c) => c.assignment.status === 'OFFERED')),
    held: byEnd(all.filter((c) => c.assignment.status === 'HELD')),
    done,
    waits: waits.items.filter((w) => w.status === 'WAITING'),
    handovers: handovers.items.filter((h) => h.until !== undefined),
    offices: offices.items,
  };
}

async function withStatus(status: Schema<'AssignmentStatus'>): Promise<Schema<'Assignment'>[]> {
  return (await ask(api.GET('/me/assignments', { params: { query: { status, limit: 100 } } }))).items;
}

/** What ends first needs attention first. */
function byEnd(list: Commitment[]): Commitment[] {
  return list.sort((a, b) => Date.parse(a.assignment.leaseUntil) - Date.parse(b.assignment.leaseUntil));
}

async function withTask(
  assignment: Schema<'Assignment'>,
  kinds = new Map<string, Promise<Schema<'TaskKind'> | undefined>>(),
): Promise<Commitment> {
  const task = await ifThere(api.GET('/tasks/{id}', { params: { path: { id: assignment.taskId } } }));
  if (!task?.kind) return { assignment, ...(task && { task }) };
  const params = { path: { path: task.group, code: task.kind } };
  const name = `${task.group}/${task.kind}`;
  const asked = kinds.get(name) ?? ifThere(api.GET('/groups/{path}/task-kinds/{code}', { params }));
  kinds.set(name, asked);
  const kind = await asked;
  return { assignment, task, ...(kind && { kind }) };
}

/** One commitment that cannot be shown in full must not hide the others. */
async function ifThere<T>(answer: Parameters<typeof ask<T>>[0]): Promise<T | undefined> {
  try {
    return await ask(answer);
  } catch (e) {
    if (e instanceof Refused && (e.status === 404 || e.status === 403)) return undefined;
    throw e;
  }
}

/** The steps that are done, those that were ticked without a network and wait to be sent among them. */
export function stepsDone(assignment: Schema<'Assignment'>, waiting: Queued[]): number[] {
  const last = waiting
    .map((q) => q.deed)
    .findLast((deed) => deed.kind === 'progress' && deed.assignmentId === assignment.id);
  return last?.kind === 'progress' ? last.body.done : assignment.stepsDone;
}
