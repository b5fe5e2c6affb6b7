import { describe, expect, it } from 'vitest';
import type { Schema } from '../../lib/api';
import { Answers } from './answers.svelte';

const questions: Schema<'AttemptQuestion'>[] = [
  { number: 1, kind: 'SINGLE', text: 'One?', choices: ['a', 'b'], answer: { choices: [1] } },
  { number: 2, kind: 'FREE_TEXT', text: 'Why?', choices: [] },
];

describe('answers in an attempt', () => {
  it('begin with what was kept before, also on another device', () => {
    const answers = new Answers(questions, () => Promise.resolve());
    expect(answers.has(1)).toBe(true);
    expect(answers.has(2)).toBe(false);
  });

  it('are sent in order, and of two to a question the later one last', async () => {
    const sent: unknown[] = [];
    let letGo: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (letGo = resolve));
    const answers = new Answers(questions, async (number, answer) => {
      sent.push([number, answer.choices ?? answer.text]);
      if (sent.length === 1) await first;
    });
    void answers.give(1, { choices: [0] });
    void answers.give(2, { text: 'so' });
    const all = answers.give(1, { choices: [1] });
    letGo();
    expect(await all).toBe(true);
    expect(sent).toEqual([
      [1, [0]],
      [1, [1]],
      [2, 'so'],
    ]);
  });

  it('stay when they cannot be sent, and are sent when they can', async () => {
    let down = true;
    const sent: number[] = [];
    const answers = new Answers(questions, (number) => {
      if (down) return Promise.reject(new Error('down'));
      sent.push(number);
      return Promise.resolve();
    });
    expect(await answers.give(2, { text: 'because' })).toBe(false);
    expect(answers.error).toBeInstanceOf(Error);
    expect(answers.given[2]).toEqual({ text: 'because' });
    expect(answers.isKept(2)).toBe(false);
    down = false;
    expect(await answers.flush()).toBe(true);
    expect(answers.error).toBeUndefined();
    expect(answers.isKept(2)).toBe(true);
    expect(sent).toEqual([2]);
  });

  it('count as none when nothing is in them', async () => {
    const answers = new Answers(questions, () => Promise.resolve());
    await answers.give(2, { text: '  ' });
    await answers.give(1, { choices: [] });
    expect([answers.has(1), answers.has(2)]).toEqual([false, false]);
  });
});
