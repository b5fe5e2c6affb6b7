import { i18n, t } from '../../lib/i18n.svelte';
import { names } from '../../lib/names.svelte';
import { inWords } from './entries';
import type { Entry } from './reading.svelte';

/** One entry as a sentence; what has none yet is said in the words of its type. */
export function sentence(entry: Entry): string {
  const key = `journal.${entry.type}`;
  const said = i18n.has(key) ? t(key, values(entry)) : t('journal.unknown', inWords(entry.type));
  // Names end with an initial and its dot.
  return said.replace(/\.\.$/, '.');
}

/** Numbers that an entry has not are 0 and say nothing; people are named where the contract gave their names. */
function values({ data, actor }: Entry): Record<string, string | number> {
  const role = text(data['role']);
  return {
    quantity: number(data['quantity']),
    rows: number(data['rows']),
    capacity: number(data['capacity']),
    people: number(data['people']),
    member: names.written(text(data['member']) || (actor ?? '')),
    voucher: names.written(text(data['voucher'])),
    role: role ? t('journal.as-role', { role: t(`mandates.role-${role}`) }) : '',
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
