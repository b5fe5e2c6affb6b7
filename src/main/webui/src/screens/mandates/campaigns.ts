import { api, type Schema } from '../../lib/api';
import { ask } from '../../lib/problem';

/** The campaigns that the tasks of a group can belong to, read only if somebody asks about one. */
export async function campaignsOf(path: string, about: string | undefined): Promise<Schema<'Campaign'>[]> {
  if (about === undefined) return [];
  try {
    const page = await ask(
      api.GET('/groups/{path}/campaigns', { params: { path: { path }, query: { limit: 100 } } }),
    );
    return page.items;
  } catch {
    // Its name is an aid; that it is for a campaign is said anyway.
    return [];
  }
}
