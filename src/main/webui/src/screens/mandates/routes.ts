import type { Route } from '../../lib/router.svelte';

export const routes: Route[] = [
  {
    path: '/mandates',
    title: 'mandates.nav',
    load: () => import('./Mandates.svelte'),
    nav: {
      area: 'lead',
      order: 5,
      icon: 'mandate',
      needs: ['MANDATE_READ', 'MANDATE_GRANT', 'MANDATE_REVOKE'],
    },
  },
  { path: '/mandates/new', title: 'mandates.new', load: () => import('./Grant.svelte') },
  { path: '/mandates/:id', title: 'mandates.one', load: () => import('./Mandate.svelte') },
];
