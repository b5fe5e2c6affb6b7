import { SvelteSet } from 'svelte/reactivity';
import type { Schema } from '../../lib/api';

type Answer = Schema<'QuizAnswer'>;

/**
 * What is answered in an attempt. Each answer goes to the service at once, one after the other, and of two to a question the
 * later counts; without a network it stays here until it can be sent.
 */
export class Answers {
  given = $state.raw<Record<number, Answer>>({});
  error = $state.raw<unknown>();
  busy = $state(false);
  #unkept = new SvelteSet<number>();
  #sending: Promise<boolean> | undefined;
  readonly #put: (number: number, answer: Answer) => Promise<unknown>;

  constructor(
    questions: Schema<'AttemptQuestion'>[],
    put: (number: number, answer: Answer) => Promise<unknown>,
  ) {
    this.#put = put;
    this.given = Object.fromEntries(questions.flatMap((q) => (q.answer ? [[q.number, q.answer]] : [])));
  }

  give(number: number, answer: Answer): Promise<boolean> {
    this.given = { ...this.given, [number]: answer };
    this.#unkept.add(number);
    return this.flush();
  }

  /** @returns whether the service has all that was answered */
  flush(): Promise<boolean> {
    this.#sending ??= this.#send().finally(() => (this.#sending = undefined));
    return this.#sending;
  }

  has(number: number): boolean {
    const answer = this.given[number];
    return (answer?.choices?.length ?? 0) > 0 || (answer?.text ?? '').trim() !== '';
  }

  /** Whether there is an answer, and the service has it. */
  isKept(number: number): boolean {
    return this.has(number) && !this.#unkept.has(number);
  }

  async #send(): Promise<boolean> {
    this.busy = true;
    this.error = undefined;
    try {
      for (const number of this.#unkept) await this.#keep(number);
      return true;
    } catch (e) {
      this.error = e;
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Again as long as the answer changed while it was sent. */
  async #keep(number: number): Promise<void> {
    for (let sent: Answer | undefined; sent !== this.given[number];) {
      sent = this.given[number];
      if (sent) await this.#put(number, sent);
    }
    this.#unkept.delete(number);
  }
}
