import type { Route } from '../../lib/router.svelte';

export const routes: Route[] = [
  { path: '/tasks', title: 'tasks.title', load: () => import('./Tasks.svelte') },
  { path: '/tasks/:id', title: 'tasks.one', load: () => import('./Task.svelte') },
];
