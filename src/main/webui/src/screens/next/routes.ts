import type { Route } from '../../lib/router.svelte';

export const routes: Route[] = [
  {
    path: '/next',
    title: 'next.nav',
    load: () => import('./Next.svelte'),
    nav: { area: 'volunteer', order: 1, icon: 'next' },
  },
];
