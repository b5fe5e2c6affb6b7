import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { type ProblemDetails, Refused, SignedOut, Unreachable } from '../problem';
import type { Deed } from './deed';
import { openFor, wipe } from './drawer';
import { outbox } from './outbox.svelte';

/** What the server was asked for, and how it answers. */
const server = vi.hoisted(() => ({
  asked: [] as { deed: Deed; key: string }[],
  answer: (_deed: Deed): unknown => undefined,
  token: (): unknown => 'token',
}));
vi.mock('./deed', async (original) => ({
  ...(await original<typeof import('./deed')>()),
  post: async (deed: Deed, key: string) => {
    server.asked.push({ deed, key });
    const refusal = await server.answer(deed);
    if (refusal) throw refusal;
  },
}));
vi.mock('../session.svelte', () => ({
  session: {
    token: async () => {
      const refusal = await server.token();
      if (refusal instanceof Error) throw refusal;
    },
  },
}));
vi.mock('../api', () => ({ idempotencyKey: () => crypto.randomUUID() }));

beforeEach(async () => {
  const turns = new Map<string, Promise<void>>();
  vi.stubGlobal('navigator', {
    locks: {
      request: (name: string, act: () => Promise<void>) => {
        const mine = (turns.get(name) ?? Promise.resolve()).then(act);
        turns.set(name, mine);
        return mine;
      },
    },
  });
  await wipe();
  openFor('ada');
  await outbox.look();
  server.asked = [];
  online();
});

const online = (): void => {
  server.answer = () => undefined;
  server.token = () => 'token';
};
const offline = (): void => {
  server.answer = () => new Unreachable(new TypeError());
};
const refusing = (code: string, status: number): void => {
  server.answer = () => new Refused(problem(code, status));
};

function problem(code: string, status: number): ProblemDetails {
  return { type: `/problems/${code}`, title: code, status, detail: `It is ${code}.`, instance: '' };
}

function complete(assignmentId: string): Deed {
  return {
    kind: 'complete',
    assignmentId,
    title: `Task of ${assignmentId}`,
    body: { fence: 1, outcome: { code: 'done', note: 'Went well' } },
  };
}

function progress(assignmentId: string, ...done: number[]): Deed {
  return { kind: 'progress', assignmentId, title: `Task of ${assignmentId}`, body: { fence: 1, done } };
}

test('with a network it is done at once and nothing stays', async () => {
  expect(await outbox.send(complete('a'))).toBe('done');
  expect(outbox.waiting).toEqual([]);
  expect(server.asked).toHaveLength(1);
});

test('without one it waits, and is sent later with the key of the first time', async () => {
  offline();
  expect(await outbox.send(complete('a'))).toBe('queued');
  expect(outbox.of('a')).toBe('complete');
  online();
  await outbox.flush();
  expect(outbox.waiting).toEqual([]);
  expect(server.asked.map((a) => a.key)).toEqual([server.asked[0]?.key, server.asked[0]?.key]);
});

test('each deed has its own key', async () => {
  await outbox.send(complete('a'));
  await outbox.send(complete('a'));
  expect(server.asked[0]?.key).not.toBe(server.asked[1]?.key);
});

test('what waits is sent in the order in which it was done', async () => {
  offline();
  await outbox.send(progress('a', 0));
  await outbox.send(complete('b'));
  await outbox.send(complete('a'));
  online();
  server.asked = [];
  await outbox.flush();
  expect(server.asked.map(({ deed }) => deed.kind + deed.assignmentId)).toEqual([
    'progressa',
    'completeb',
    'completea',
  ]);
});

test('of several reports of progress of one commitment only the last is sent', async () => {
  offline();
  await outbox.send(progress('a', 0));
  await outbox.send(progress('b', 5));
  await outbox.send(progress('a', 0, 1));
  online();
  server.asked = [];
  await outbox.flush();
  expect(server.asked.map(({ deed }) => deed.body)).toEqual([
    { fence: 1, done: [5] },
    { fence: 1, done: [0, 1] },
  ]);
});

test('a refusal at once is thrown, because the person is there to read it', async () => {
  refusing('lease-lost', 409);
  await expect(outbox.send(complete('a'))).rejects.toMatchObject({ code: 'lease-lost' });
  expect(outbox.refused).toEqual([]);
});

test('a refusal later stays with its reason until it was read, and the others go on', async () => {
  offline();
  await outbox.send(complete('a'));
  await outbox.send(complete('b'));
  server.answer = (deed) => (deed.assignmentId === 'a' ? new Refused(problem('lease-lost', 409)) : undefined);
  await outbox.flush();
  expect(outbox.refused.map((q) => [q.deed.assignmentId, q.refused?.detail])).toEqual([
    ['a', 'It is lease-lost.'],
  ]);
  expect(outbox.waiting).toEqual([]);

  await outbox.flush();
  expect(outbox.refused).toHaveLength(1);
  await outbox.dismiss(outbox.refused[0]?.id ?? 0);
  expect(outbox.refused).toEqual([]);
});

test.each([
  ['unavailable', 503],
  ['rate-limited', 429],
  ['busy', 409],
  ['unknown', 404],
])('%s with %i is no answer to the deed: it waits, and what comes after it too', async (code, status) => {
  refusing(code, status);
  expect(await outbox.send(progress('a', 0))).toBe('queued');
  expect(await outbox.send(complete('a'))).toBe('queued');
  expect(server.asked.map(({ deed }) => deed.kind)).toEqual(['progress', 'progress']);
  online();
  await outbox.flush();
  expect(outbox.waiting).toEqual([]);
});

test('who is not signed in any more sends nothing, and keeps what waits', async () => {
  server.token = () => new SignedOut();
  expect(await outbox.send(complete('a'))).toBe('queued');
  expect(server.asked).toEqual([]);
  expect(outbox.waiting).toHaveLength(1);
});

test('what one person did is never sent as another, and is gone from the device', async () => {
  offline();
  await outbox.send(complete('a'));
  online();
  server.asked = [];
  server.token = () => openFor('grace'); // Keycloak's session is of somebody else by now
  await outbox.flush();
  expect(server.asked).toEqual([]);
  openFor('ada');
  await outbox.look();
  expect(outbox.waiting).toEqual([]);
});

test('two that send at once send each deed once', async () => {
  offline();
  await outbox.send(complete('a'));
  online();
  server.asked = [];
  await Promise.all([outbox.flush(), outbox.flush()]);
  expect(server.asked).toHaveLength(1);
});

test('signing out removes what waits', async () => {
  offline();
  await outbox.send(complete('a'));
  await wipe();
  openFor('ada');
  await outbox.look();
  expect(outbox.waiting).toEqual([]);
});
