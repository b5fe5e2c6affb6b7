import type { Route } from '../../lib/router.svelte';

export const routes: Route[] = [
  {
    path: '/journal',
    title: 'journal.title',
    load: () => import('./Journal.svelte'),
    nav: { area: 'lead', order: 6, icon: 'journal', needs: ['JOURNAL_READ'] },
  },
];
