export interface DiffLine {
  kind: 'added' | 'removed' | 'same';
  text: string;
}

/** The lines of a unified diff that say something to a person: not the file names and not the line numbers. */
export function diffLines(diff: string): DiffLine[] {
  const lines = diff.split('\n');
  const first = lines.findIndex((line) => line.startsWith('@@'));
  return lines
    .slice(Math.max(0, first))
    .filter((line) => line !== '' && !line.startsWith('@@') && !line.startsWith('\\'))
    .map((line) => ({ kind: kinds[line.charAt(0)] ?? 'same', text: line.slice(1) }));
}

const kinds: Record<string, DiffLine['kind']> = { '+': 'added', '-': 'removed' };

/** A field's value in words; absent if there was none. */
export function plainValue(value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(String).join('\n');
  if (typeof value === 'object') return 'name' in value ? plainValue(value.name) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
