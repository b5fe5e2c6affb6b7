import { createSubscriber } from 'svelte/reactivity';

/** The time of day for what counts down; it ticks only while something on the screen reads it. */
class Clock {
  readonly #ticks = createSubscriber((tick) => {
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  });

  get now(): number {
    this.#ticks();
    return Date.now();
  }
}

export const clock = new Clock();
