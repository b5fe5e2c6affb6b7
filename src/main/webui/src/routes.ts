import type { Route } from './lib/router.svelte';

const lists = import.meta.glob<Route[]>('./screens/*/routes.ts', { import: 'routes', eager: true });

/** All screens: what each area has in its `routes.ts`. Paths with parameters come last, so that `/tasks/new` is not an id. */
export const routes: Route[] = Object.values(lists)
  .flat()
  .sort((a, b) => Number(a.path.includes(':')) - Number(b.path.includes(':')));
