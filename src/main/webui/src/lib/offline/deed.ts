import { api, type Schema } from '../api';
import { ask, type ProblemDetails, Refused } from '../problem';

/** What may be done without a network, on one's own commitments; sent when there is one again. */
export type Deed = { assignmentId: string; title: string } & (
  | { kind: 'complete'; body: Schema<'Completion'> }
  | { kind: 'progress'; body: Schema<'Progress'> }
  | { kind: 'release'; body: Schema<'Release'> }
);

/** A deed on this device. */
export interface Queued {
  /** Given by the database, in the order in which things were done. */
  id: number;
  deed: Deed;
  /** The same each time it is sent, so that the work is done once when an answer was lost. */
  key: string;
  /** When it was done, in milliseconds. */
  at: number;
  /** Why it could not be done; kept until the person has read it. */
  refused?: ProblemDetails;
}

/** Without an answer by then there will be none: a hall's network that lets nothing through looks like a slow one. */
const patience = 20_000;

export async function post(deed: Deed, key: string): Promise<void> {
  const path = { id: deed.assignmentId };
  const params = { path, header: { 'Idempotency-Key': key } };
  const signal = AbortSignal.timeout(patience);
  if (deed.kind === 'complete')
    await ask(api.POST('/assignments/{id}/complete', { params, body: deed.body, signal }));
  if (deed.kind === 'progress')
    await ask(api.PUT('/assignments/{id}/progress', { params: { path }, body: deed.body, signal }));
  if (deed.kind === 'release')
    await ask(api.POST('/assignments/{id}/release', { params, body: deed.body, signal }));
}

/** Whether the same may work later: the service is busy or down, or something else answered in its place. */
export function isPassing({ status, code }: Refused): boolean {
  return status >= 500 || [401, 408, 429].includes(status) || ['busy', 'unknown'].includes(code);
}
