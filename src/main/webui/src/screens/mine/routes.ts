import type { Route } from '../../lib/router.svelte';

export const routes: Route[] = [
  {
    path: '/mine',
    title: 'mine.title',
    load: () => import('./Mine.svelte'),
    ahead: async () => (await import('./commitments')).keptInHand(),
    nav: { area: 'volunteer', order: 2, icon: 'tasks' },
  },
  { path: '/mine/:id', title: 'mine.one', load: () => import('./Commitment.svelte') },
];
