/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { budget } from './build/budget.ts';
import { worker } from './build/worker.ts';

/** Where `npm run dev` finds the service; the built client is served by it. */
const service = process.env.BARNSTORM_SERVICE ?? 'http://localhost:8080';

export default defineConfig({
  base: '/app/',
  plugins: [svelte(), worker(), budget()],
  build: {
    target: 'es2022',
    // Small pictures would become data: addresses, which the Content-Security-Policy does not allow.
    assetsInlineLimit: 0,
  },
  server: {
    host: '127.0.0.1',
    // With the host that the browser asked for: the service refuses writes from another origin than its own.
    proxy: { '/api': { target: service, changeOrigin: false } },
  },
  // Svelte's browser build, so that runes react in tests.
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: { environment: './build/environment.ts' },
});
