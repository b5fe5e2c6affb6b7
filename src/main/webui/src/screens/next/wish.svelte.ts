import type { Schema } from '../../lib/api';

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
  spot = $state.raw<{ lat: number; lon: number }>();

  get asked(): Schema<'NextWish'> {
    return {
      ...(this.minutes === 'any' ? {} : { minutes: Number(this.minutes) }),
      ...(this.kind === 'both' ? {} : { remote: this.kind === 'remote' }),
      ...this.spot,
    };
  }

  /** Asks the device where it is: only ever because somebody pressed for it. */
  async locate(): Promise<void> {
    const position = await new Promise<GeolocationPosition>((found, failed) =>
      navigator.geolocation.getCurrentPosition(found, failed, { timeout: 15_000, maximumAge: 300_000 }),
    );
    this.spot = about(position.coords.latitude, position.coords.longitude);
  }
}

/** A kilometre's accuracy is all that the service uses, so no more leaves the device. */
export function about(lat: number, lon: number): { lat: number; lon: number } {
  return { lat: Math.round(lat * 100) / 100, lon: Math.round(lon * 100) / 100 };
}

export const wish = new Wish();
