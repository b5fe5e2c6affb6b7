import { afterEach, describe, expect, it } from 'vitest';
import { wish } from './wish.svelte';

describe('what somebody has in mind', () => {
  afterEach(() => {
    wish.minutes = 'any';
    wish.kind = 'both';
    wish.spot = undefined;
  });

  it('is nothing at first', () => {
    expect(wish.asked).toEqual({});
  });

  it('says the minutes, the kind of place and the spot', () => {
    wish.minutes = '30';
    wish.kind = 'place';
    wish.spot = { lat: 50.82, lon: -0.14 };
    expect(wish.asked).toEqual({ minutes: 30, remote: false, lat: 50.82, lon: -0.14 });
    wish.kind = 'remote';
    expect(wish.asked.remote).toBe(true);
  });
});
