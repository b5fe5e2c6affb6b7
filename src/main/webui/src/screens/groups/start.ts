import type { Whereabouts } from '../../lib/whereabouts';

/** From where groups are near, and what place that is. */
export type Start = (Whereabouts & { of: 'here' | 'home' | 'group'; name?: string }) | null;
