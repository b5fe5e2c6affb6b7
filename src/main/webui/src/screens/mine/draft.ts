import { drawer } from '../../lib/offline/drawer';

/** What somebody typed about a commitment and has not sent yet. */
export interface Draft {
  code: string;
  quantity: number | null | undefined;
  note: string;
  evidence: string;
}

const key = (assignmentId: string): string => `draft/${assignmentId}`;

/** A phone drops a page that one leaves to take a photo; what was typed in it is still there when one comes back. */
export async function keepDraft(assignmentId: string, draft: Draft): Promise<void> {
  const box = await drawer();
  await box?.put('kept', { value: draft, at: Date.now() }, key(assignmentId)).catch(() => undefined);
}

export async function findDraft(assignmentId: string): Promise<Draft | undefined> {
  const box = await drawer();
  const found = await box?.get('kept', key(assignmentId)).catch(() => undefined);
  // Only keepDraft writes under this key.
  return found?.value as Draft | undefined;
}

export async function dropDraft(assignmentId: string): Promise<void> {
  const box = await drawer();
  await box?.delete('kept', key(assignmentId)).catch(() => undefined);
}
