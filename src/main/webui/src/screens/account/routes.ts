import type { Route } from '../../lib/router.svelte';

export const routes: Route[] = [
  {
    path: '/account',
    title: 'account.title',
    load: () => import('./Account.svelte'),
    nav: { area: 'volunteer', order: 5, icon: 'me' },
  },
];
