import type { Route } from '../../lib/router.svelte';

export const routes: Route[] = [
  {
    path: '/people',
    title: 'people.title',
    load: () => import('./People.svelte'),
    nav: { area: 'lead', order: 4, icon: 'people', needs: ['MEMBER_READ', 'MEMBER_MANAGE'] },
  },
  { path: '/people/:path/:member', title: 'people.title', load: () => import('./Person.svelte') },
];
