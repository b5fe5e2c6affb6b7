import type { Schema } from '../../lib/api';

type Row = Schema<'ExportedOutcome'>;

/** What came of the work of one campaign. */
export interface Results {
  /** Results by how they went, the most frequent first. */
  outcomes: { code: string; count: number; quantity: number }[];
  count: number;
  /** All numbers that people gave, added up. */
  quantity: number;
}

/** The rows of an export: one JSON document a line. */
export function rowsOf(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Row);
}

/** Only what is done counts, confirmed or not yet. */
export function resultsOf(rows: readonly Row[], campaignId?: string): Results {
  const found = new Map<string, { code: string; count: number; quantity: number }>();
  for (const row of rows) {
    if (row.status !== 'DONE' && row.status !== 'VERIFIED') continue;
    if (campaignId !== undefined && row.campaignId !== campaignId) continue;
    const one = found.get(row.outcome) ?? { code: row.outcome, count: 0, quantity: 0 };
    one.count++;
    one.quantity += row.quantity ?? 0;
    found.set(row.outcome, one);
  }
  const outcomes = [...found.values()].sort((a, b) => b.count - a.count);
  return {
    outcomes,
    count: outcomes.reduce((sum, o) => sum + o.count, 0),
    quantity: outcomes.reduce((sum, o) => sum + o.quantity, 0),
  };
}

/** The first number in a goal, such as "500 signatures": goals are written for people, so it is only offered as a measure. */
export function numberIn(goal: string | undefined): number | undefined {
  const found = /\d{1,3}(?:[  .,']\d{3})+|\d+/.exec(goal ?? '');
  const number = found ? Number(found[0].replace(/\D/g, '')) : 0;
  return number > 0 ? number : undefined;
}
