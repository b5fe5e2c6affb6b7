import type { Route } from '../../lib/router.svelte';

export const routes: Route[] = [
  {
    path: '/create',
    title: 'create.title',
    load: () => import('./Create.svelte'),
    nav: { area: 'lead', order: 2, icon: 'create', needs: ['TASK_CREATE'] },
  },
];
