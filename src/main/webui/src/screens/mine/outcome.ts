import type { Schema } from '../../lib/api';

interface Said {
  code: string;
  quantity?: number | null | undefined;
  note: string;
  evidence: string;
}

/** What is sent of what was said: fields that were left empty are left out. */
export function outcomeOf({ code, quantity, note, evidence }: Said): Schema<'Outcome'> {
  return {
    code,
    ...(typeof quantity === 'number' ? { quantity } : {}),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(evidence.trim() === '' ? {} : { evidence: evidence.trim() }),
  };
}
