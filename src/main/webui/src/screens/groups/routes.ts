import type { Route } from '../../lib/router.svelte';

export const routes: Route[] = [
  {
    path: '/groups',
    title: 'groups.title',
    load: () => import('./Groups.svelte'),
    nav: { area: 'volunteer', order: 3, icon: 'groups' },
  },
  { path: '/groups/:path', title: 'groups.group', load: () => import('./Group.svelte') },
];
