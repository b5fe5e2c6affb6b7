import { api } from '../../lib/api';
import { ask } from '../../lib/problem';
import { router } from '../../lib/router.svelte';

/** Begins a quiz, or goes on with the attempt that is going on, on whatever device it was begun. */
export async function beginQuiz(id: string, module: string): Promise<void> {
  const params = { path: { id, module } };
  const attempt = await ask(api.PUT('/enrolments/{id}/steps/{module}/attempt', { params }));
  router.go(`/path/attempts/${attempt.id}`);
}
