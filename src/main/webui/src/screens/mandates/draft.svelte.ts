import type { Schema } from '../../lib/api';
import { me } from '../../lib/me.svelte';
import { dateOf, endOf } from './dates';
import { handable, limitable, presets, sorted } from './presets';

type Capability = Schema<'Capability'>;
export type Term = 'longest' | '1' | '3' | '6' | 'date';

/** What somebody is about to hand on. It survives refusals: nothing typed is lost. */
export class Draft {
  group = $state('');
  memberId = $state<string>();
  role = $state<Schema<'Role'> | 'OWN'>('ORGANISER');
  picked = $state.raw<readonly Capability[]>([]);
  term = $state<Term>('longest');
  date = $state(dateOf(Date.now() + 90 * 86_400_000));
  stays = $state(true);
  handOn = $state(false);
  campaignId = $state('');
  maxPlaces = $state<number | null>(null);
  /** Of a mandate that is renewed: what was not asked for here is not widened here. */
  kinds = $state.raw<readonly string[]>([]);

  /** One's own mandate from which it would come; absent where one can hand on nothing. */
  get from(): Schema<'Mandate'> | undefined {
    return handable(me.mandates, this.group)[0];
  }

  get limited(): boolean {
    return this.campaignId !== '' || !!this.maxPlaces || this.kinds.length > 0;
  }

  /** What it will allow. With limits, what is not about tasks is left out: the service refuses it otherwise. */
  get capabilities(): Capability[] {
    const wished = this.role === 'OWN' ? this.picked : presets[this.role];
    return sorted(wished).filter((c) => !this.limited || limitable.includes(c));
  }

  get mayHandOn(): boolean {
    return (this.from?.delegationDepth ?? 0) > 0 && this.capabilities.includes('MANDATE_GRANT');
  }

  /** Until when; absent: in a year, or with one's own mandate if that is sooner. The service reckons that itself. */
  get until(): string | undefined {
    const latest = this.from?.until;
    if (this.term === 'longest') return undefined;
    if (this.term === 'date') return endOf(this.date, latest);
    const day = new Date();
    day.setMonth(day.getMonth() + Number(this.term));
    return endOf(dateOf(day.getTime()), latest);
  }

  /** The day it will end, for people: also when the service reckons it. */
  get lastDay(): string {
    const year = new Date();
    year.setFullYear(year.getFullYear() + 1);
    const own = this.from?.until;
    return this.until ?? (own && own < year.toISOString() ? own : year.toISOString());
  }

  toggle(capability: Capability): void {
    this.picked = this.picked.includes(capability)
      ? this.picked.filter((c) => c !== capability)
      : [...this.picked, capability];
  }

  /** The same again, as far as one can hand it on: for renewing. */
  like(mandate: Schema<'Mandate'>): void {
    this.group = mandate.group;
    this.memberId = mandate.memberId;
    this.role = mandate.role ?? 'OWN';
    this.picked = mandate.capabilities;
    this.stays = mandate.source !== 'DELEGATED';
    this.handOn = mandate.delegationDepth > 0;
    this.campaignId = mandate.campaignId ?? '';
    this.maxPlaces = mandate.conditions?.maxPlaces ?? null;
    this.kinds = mandate.conditions?.kinds ?? [];
  }

  body(): Schema<'NewMandate'> {
    const what =
      this.role === 'OWN' || this.limited ? { capabilities: this.capabilities } : { role: this.role };
    return {
      memberId: this.memberId ?? '',
      group: this.group,
      ...what,
      kind: this.stays ? 'APPOINTED' : 'DELEGATED',
      delegationDepth: this.handOn && this.mayHandOn ? (this.from?.delegationDepth ?? 1) - 1 : 0,
      ...(this.until ? { until: this.until } : {}),
      ...(this.campaignId ? { campaignId: this.campaignId } : {}),
      ...this.conditions(),
    };
  }

  private conditions(): Pick<Schema<'NewMandate'>, 'conditions'> {
    if (!this.maxPlaces && this.kinds.length === 0) return {};
    return {
      conditions: {
        ...(this.maxPlaces ? { maxPlaces: this.maxPlaces } : {}),
        ...(this.kinds.length > 0 ? { kinds: [...this.kinds] } : {}),
      },
    };
  }
}
