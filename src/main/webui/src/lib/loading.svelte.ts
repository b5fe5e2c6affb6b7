/**
 * Something a screen reads: its value, what went wrong, and again. While it is read again the old value stays, and of two
 * readings at once the later counts. Made in a component: `const tasks = new Loading(() => ask(api.GET('/tasks')))`; what
 * the function reads of runes before its first await makes it run again when it changes.
 */
export class Loading<T> {
  value = $state.raw<T>();
  error = $state.raw<unknown>();
  busy = $state(false);
  #turn = 0;
  readonly #read: () => Promise<T>;

  constructor(read: () => Promise<T>) {
    this.#read = read;
    $effect(() => {
      void this.#run(read());
    });
  }

  /** Reads again; resolves when that is done, however it went. */
  reload(): Promise<void> {
    return this.#run(this.#read());
  }

  async #run(reading: Promise<T>): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    try {
      const value = await reading;
      if (turn === this.#turn) {
        this.value = value;
        this.error = undefined;
      }
    } catch (e) {
      if (turn === this.#turn) this.error = e;
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  }
}
