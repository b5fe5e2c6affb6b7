import { api, type Schema } from '../../lib/api';
import { ask } from '../../lib/problem';

/** The first tasks of a board, page after page until there are so many; `next` is there if it has more. */
export async function readBoard(path: string, wanted: number): Promise<Schema<'BoardPage'>> {
  let board = await page(path);
  while (board.next && board.items.length < wanted) {
    const further = await page(path, board.next);
    const { next: _, ...before } = board;
    board = {
      ...before,
      items: [...board.items, ...further.items],
      ...(further.next && { next: further.next }),
    };
  }
  return board;
}

function page(path: string, cursor?: string): Promise<Schema<'BoardPage'>> {
  const query = { limit: 100, ...(cursor && { cursor }) };
  return ask(api.GET('/groups/{path}/board', { params: { path: { path }, query } }));
}
