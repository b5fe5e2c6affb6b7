import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { delay, EventReader, follow, type Following } from './events';

const stream = [
  ': so far\r\nid: 1\r\nretry: 3000\r\n\r\n',
  'event: end\ndata: {"a":\ndata: 1}\n\n',
  'id: 2\rdata:no space\r\r',
  'data\n\n',
  'id: never\ndata: cut off',
].join('');

const expected = [
  { type: 'end', data: '{"a":\n1}' },
  { type: 'message', data: 'no space' },
  { type: 'message', data: '' },
];

describe('a reader of events', () => {
  test('reads the same wherever the stream is cut', () => {
    for (let size = 1; size <= stream.length; size++) {
      const reader = new EventReader();
      const events = [];
      for (let at = 0; at < stream.length; at += size) {
        events.push(...reader.read(stream.slice(at, at + size)));
      }
      expect(events, `pieces of ${size}`).toEqual(expected);
      expect(reader.lastId).toBe('2');
      expect(reader.retry).toBe(3000);
    }
  });

  test('takes neither an id with NUL nor a retry that is no number', () => {
    const reader = new EventReader('before');
    reader.read('id: a\0b\nretry: soon\n\n');
    expect(reader.lastId).toBe('before');
    expect(reader.retry).toBeUndefined();
  });

  test('has the place of an event only once it is whole', () => {
    const reader = new EventReader('1');
    reader.read('id: 2\ndata: half\n');
    expect(reader.lastId).toBe('1');
    reader.read('\n');
    expect(reader.lastId).toBe('2');
  });
});

test('the longest wait doubles with each failure, up to half a minute', () => {
  expect(delay(0, 2000, 1)).toBe(2000);
  expect(delay(2, 2000, 1)).toBe(8000);
  expect(delay(2, 2000, 0)).toBe(4000);
  expect(delay(20, 2000, 1)).toBe(30_000);
});

describe('following', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function following(answers: (string | Error)[], over: Partial<Following> = {}) {
    const seen = { places: [] as (string | undefined)[], data: [] as string[] };
    const stop = new AbortController();
    const done = follow({
      open: async (lastId) => {
        seen.places.push(lastId);
        const answer = answers.shift() ?? 'event: end\ndata: over\n\n';
        if (answer instanceof Error) throw answer;
        return new Blob([answer]).stream();
      },
      deal: (event) => seen.data.push(event.data),
      connected: () => undefined,
      final: () => false,
      signal: stop.signal,
      ...over,
    });
    return { seen, stop, done };
  }

  test('goes on after the last whole event when the connection ends', async () => {
    const { seen, done } = following(['id: 7\ndata: one\n\nid: 8\ndata: tw', 'data: two\n\n']);
    await vi.runAllTimersAsync();
    await done;
    expect(seen.places).toEqual([undefined, '7', '7']);
    expect(seen.data).toEqual(['one', 'two']);
  });

  test('tries again after a failure, and not after a refusal', async () => {
    const again = following([new Error('no network'), 'data: one\n\n']);
    await vi.runAllTimersAsync();
    await again.done;
    expect(again.seen.data).toEqual(['one']);

    const refused = following([new Error('forbidden')], { final: () => true });
    await expect(refused.done).rejects.toThrow('forbidden');
    expect(refused.seen.places).toHaveLength(1);
  });

  test('waits no longer once it is stopped', async () => {
    const { seen, stop, done } = following([new Error('no network')]);
    await vi.advanceTimersByTimeAsync(0);
    stop.abort();
    await done;
    expect(seen.places).toHaveLength(1);
  });
});
