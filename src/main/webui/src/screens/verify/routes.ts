import type { Route } from '../../lib/router.svelte';

export const routes: Route[] = [
  {
    path: '/verify',
    title: 'verify.title',
    load: () => import('./Verify.svelte'),
    nav: { area: 'lead', order: 3, icon: 'verify', needs: ['TASK_VERIFY'] },
  },
];
