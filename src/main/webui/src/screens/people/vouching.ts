import { api, type Schema } from '../../lib/api';
import { once } from '../../lib/once';
import { ask } from '../../lib/problem';

export async function vouch(path: string, memberId: string): Promise<Schema<'Vouch'>> {
  return once(`vouch ${path} ${memberId}`, (key) =>
    ask(
      api.POST('/groups/{path}/vouches', {
        params: { path: { path }, header: { 'Idempotency-Key': key } },
        body: { memberId },
      }),
    ),
  );
}

export async function withdrawVouch(id: string): Promise<Schema<'Vouch'>> {
  return once(`withdraw vouch ${id}`, (key) =>
    ask(api.POST('/vouches/{id}/withdraw', { params: { path: { id }, header: { 'Idempotency-Key': key } } })),
  );
}
