import type { Environment } from 'vitest/runtime';

/** Node, but with Svelte compiled as for the browser: on a server runes stand still, and nothing is read again. */
export default {
  name: 'runes',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
} satisfies Environment;
