import type { Route } from '../../lib/router.svelte';

export const routes: Route[] = [
  {
    path: '/board',
    title: 'board.title',
    load: () => import('./Boards.svelte'),
    nav: { area: 'lead', order: 1, icon: 'board', needs: ['ASSIGNMENT_READ'] },
  },
  { path: '/board/tasks/:id', title: 'board.task', load: () => import('./LedTask.svelte') },
  { path: '/board/:path', title: 'board.title', load: () => import('./Board.svelte') },
];
