/**
 * One thing a person does: a button that is busy while it is done, and what went wrong. A second press while it is busy
 * does nothing.
 */
export class Doing {
  busy = $state(false);
  error = $state.raw<unknown>();

  /** @returns whether it worked; what went wrong is in {@link error} */
  async run(act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = undefined;
    try {
      await act();
      return true;
    } catch (e) {
      this.error = e;
      return false;
    } finally {
      this.busy = false;
    }
  }
}
