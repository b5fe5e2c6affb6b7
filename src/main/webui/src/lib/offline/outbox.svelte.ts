import { api, idempotencyKey, type Schema } from '../api';
import { ask } from '../problem';

/** What may be done without a network, on one's own commitments; sent when there is one again. */
export type Deed = { assignmentId: string; title: string } & (
  | { kind: 'complete'; body: Schema<'Completion'> }
  | { kind: 'progress'; body: Schema<'Progress'> }
  | { kind: 'release'; body: Schema<'Release'> }
);

class Outbox {
  /** @returns whether it was done, or waits for a network; a refusal is thrown */
  async send(deed: Deed): Promise<'done' | 'queued'> {
    await post(deed, idempotencyKey());
    return 'done';
  }
}

async function post(deed: Deed, key: string): Promise<void> {
  const path = { id: deed.assignmentId };
  const params = { path, header: { 'Idempotency-Key': key } };
  if (deed.kind === 'complete')
    await ask(api.POST('/assignments/{id}/complete', { params, body: deed.body }));
  if (deed.kind === 'progress')
    await ask(api.PUT('/assignments/{id}/progress', { params: { path }, body: deed.body }));
  if (deed.kind === 'release') await ask(api.POST('/assignments/{id}/release', { params, body: deed.body }));
}

export const outbox = new Outbox();
