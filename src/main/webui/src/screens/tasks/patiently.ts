import { Refused } from '../../lib/problem';

const tries = 3;

/** Does what may be `busy` because somebody else acts on the same row: that passes by itself, so nobody has to read of it. */
export async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn++) {
    try {
      return await act();
    } catch (e) {
      if (turn === tries || !(e instanceof Refused) || e.code !== 'busy') throw e;
      await new Promise((resume) => setTimeout(resume, (e.retryAfter ?? 1) * 1000));
    }
  }
}
