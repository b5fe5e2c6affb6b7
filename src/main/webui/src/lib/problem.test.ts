import { expect, test } from 'vitest';
import { type Answer, ask, askWithHeaders, Refused } from './problem';

function answer(
  status: number,
  error?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<string>> {
  const response = new Response(null, { status, statusText: 'Said the gateway', headers });
  return Promise.resolve(status < 300 ? { data: 'it', response } : { error, response });
}

async function refusal(of: Promise<Answer<string>>): Promise<Refused> {
  const e = await ask(of).catch((thrown: unknown) => thrown);
  if (!(e instanceof Refused)) throw new Error('not refused');
  return e;
}

const leaseLost = {
  type: 'https://barnstorm.example/problems/lease-lost',
  title: 'Conflict',
  status: 409,
  detail: "The place is another's by now.",
  instance: 'urn:request:1',
  alternatives: ['a'],
};

test('an answer is its data', async () => {
  expect(await ask(answer(200))).toBe('it');
});

test('with its headers, when they are asked for', async () => {
  const { data, headers } = await askWithHeaders(answer(200, undefined, { ETag: '"3"' }));
  expect([data, headers.get('ETag')]).toEqual(['it', '"3"']);
});

test('a refusal has the last part of its type as code, and all that the problem says', async () => {
  const e = await refusal(answer(409, leaseLost));
  expect([e.code, e.status, e.message, e.problem.alternatives]).toEqual([
    'lease-lost',
    409,
    "The place is another's by now.",
    ['a'],
  ]);
  expect(e.retryAfter).toBeUndefined();
});

test('it says after how many seconds to ask again', async () => {
  expect((await refusal(answer(503, leaseLost, { 'Retry-After': '7' }))).retryAfter).toBe(7);
});

test('a date there, or nonsense, is no number of seconds', async () => {
  const e = await refusal(answer(503, leaseLost, { 'Retry-After': 'Tue, 24 Nov 2026 00:00:00 GMT' }));
  expect(e.retryAfter).toBeUndefined();
});

test.each([['<html>Bad gateway</html>'], [undefined], [{ message: 'no' }], [null]])(
  'what answers in the place of the service is unknown: %j',
  async (body) => {
    const e = await refusal(answer(502, body));
    expect([e.code, e.status]).toEqual(['unknown', 502]);
  },
);
