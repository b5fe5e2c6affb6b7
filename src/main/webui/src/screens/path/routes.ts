import type { Route } from '../../lib/router.svelte';

export const routes: Route[] = [
  {
    path: '/path',
    title: 'path.title',
    load: () => import('./Path.svelte'),
    nav: { area: 'volunteer', order: 4, icon: 'path' },
  },
  { path: '/path/courses/:id', title: 'path.course', load: () => import('./Course.svelte') },
  { path: '/path/enrolments/:id', title: 'path.course', load: () => import('./Enrolment.svelte') },
  {
    path: '/path/enrolments/:id/steps/:module',
    title: 'path.step',
    load: () => import('./Lesson.svelte'),
  },
  { path: '/path/attempts/:id', title: 'path.quiz', load: () => import('./Attempt.svelte') },
];
