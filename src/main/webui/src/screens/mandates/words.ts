import type { Schema } from '../../lib/api';
import { t } from '../../lib/i18n.svelte';
import { names } from '../../lib/names.svelte';
import { day, dayAndYear } from './dates';
import { sorted } from './presets';

/** What a mandate is called: its office, or the first of what it allows. */
export function title(mandate: Pick<Schema<'Mandate'>, 'role' | 'capabilities'>): string {
  if (mandate.role) return t(`mandates.role-${mandate.role}`);
  const [first, ...others] = sorted(mandate.capabilities);
  return first ? t('mandates.some', { first: t(`mandates.${first}`), count: others.length }) : '';
}

/** Whose it is; programs have no name here. */
export function holder({ memberId, source }: Pick<Schema<'Mandate'>, 'memberId' | 'source'>): string {
  return source === 'BOUND' ? t('mandates.a-program', { id: memberId.slice(-4) }) : names.of(memberId);
}

export function isPast({ status }: Schema<'Mandate'>): boolean {
  return status === 'ENDED' || status === 'REVOKED';
}

/** Until when, from when, or since when not any more: what counts for how it stands. */
export function term(mandate: Schema<'Mandate'>): string {
  if (mandate.status === 'REVOKED')
    return t('mandates.revoked-on', { day: day(mandate.revokedAt ?? mandate.from) });
  if (mandate.status === 'FUTURE') return t('mandates.from', { day: dayAndYear(mandate.from) });
  return mandate.until ? t('mandates.until', { day: dayAndYear(mandate.until) }) : t('mandates.no-end');
}

/** Which tasks it is for, in a line for each limit; nothing for any task. */
export function limits(
  mandate: Pick<Schema<'Mandate'>, 'campaignId' | 'conditions'>,
  campaigns: Map<string, string>,
): string[] {
  const { campaignId, conditions } = mandate;
  return [
    campaignId &&
      t('mandates.only-campaign', { name: campaigns.get(campaignId) ?? t('mandates.a-campaign') }),
    conditions?.kinds?.length && t('mandates.only-kinds', { kinds: conditions.kinds.join(', ') }),
    conditions?.maxPlaces && t('mandates.only-places', { count: conditions.maxPlaces }),
  ].filter((line): line is string => !!line);
}
