import type { Schema } from '../../lib/api';
import { locate, type Whereabouts } from '../../lib/whereabouts';

export const minuteChoices = ['15', '30', '60', '120', 'any'] as const;
export type Minutes = (typeof minuteChoices)[number];
export const kindChoices = ['both', 'place', 'remote'] as const;
export type Kind = (typeof kindChoices)[number];

/**
 * What somebody has in mind. It lives as long as the page, so that one comes back from a task to the same list, and is kept
 * nowhere: where somebody is, is nobody's business afterwards.
 */
class Wish {
  minutes = $state<Minutes>('any');
  kind = $state<Kind>('both');
  spot = $state.raw<Whereabouts>();

  get asked(): Schema<'NextWish'> {
    return {
      ...(this.minutes === 'any' ? {} : { minutes: Number(this.minutes) }),
      ...(this.kind === 'both' ? {} : { remote: this.kind === 'remote' }),
      ...this.spot,
    };
  }

  /** Only ever because somebody pressed for it. */
  async locate(): Promise<void> {
    this.spot = await locate();
  }
}

export const wish = new Wish();
