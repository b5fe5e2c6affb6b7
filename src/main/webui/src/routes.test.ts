import { expect, test } from 'vitest';
import { routes } from './routes';

test('what is for leads says what one needs for it: otherwise nobody would be shown it', () => {
  const lead = routes.filter((route) => route.nav?.area === 'lead');
  expect(lead.length).toBeGreaterThan(0);
  for (const { path, nav } of lead) expect(nav?.needs, path).toBeTruthy();
});
