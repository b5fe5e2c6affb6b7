/** Whether the service answers. What was asked last says so; the browser only knows whether there is a cable or a mast. */
class Connection {
  /** Since when there is no answer, in milliseconds. */
  since = $state<number>();
  /** From when the oldest is of what is shown, in milliseconds, as long as there is no answer. */
  asOf = $state<number>();
  /** Goes up when what was read before may be old: answers come again, or something that waited was done. */
  turn = $state(0);

  lost(): void {
    this.since ??= Date.now();
  }

  found(): void {
    if (this.since === undefined) return;
    this.since = undefined;
    this.asOf = undefined;
    this.turn++;
  }

  showing(asOf: number): void {
    this.asOf = Math.min(asOf, this.asOf ?? asOf);
  }
}

export const connection = new Connection();
