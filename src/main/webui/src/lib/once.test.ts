import { expect, test, vi } from 'vitest';
import { once } from './once';
import { Refused, Unreachable } from './problem';

vi.mock('./api', () => ({ idempotencyKey: () => crypto.randomUUID() }));

const refused = (status: number) =>
  new Refused({ type: '/problems/x', title: '', status, detail: '', instance: '' });

async function keysOf(failure: Error): Promise<string[]> {
  const keys: string[] = [];
  const wish = crypto.randomUUID();
  const press = (fail: boolean) =>
    once(wish, (key) => {
      keys.push(key);
      return fail ? Promise.reject(failure) : Promise.resolve('done');
    });
  await expect(press(true)).rejects.toBe(failure);
  await press(false);
  await press(false);
  return keys;
}

test('a wish whose answer was lost is repeated with its key', async () => {
  for (const lost of [new Unreachable(undefined), refused(502)]) {
    const [first, second, third] = await keysOf(lost);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  }
});

test('after a refusal it is a new wish', async () => {
  const [first, second] = await keysOf(refused(409));
  expect(second).not.toBe(first);
});
