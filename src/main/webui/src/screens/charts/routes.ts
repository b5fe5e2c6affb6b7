import type { Route } from '../../lib/router.svelte';

export const routes: Route[] = [
  {
    path: '/charts',
    title: 'charts.title',
    load: () => import('./Charts.svelte'),
    nav: { area: 'lead', order: 7, icon: 'charts', needs: ['ASSIGNMENT_READ'] },
  },
  { path: '/charts/:path', title: 'charts.title', load: () => import('./Charts.svelte') },
];
