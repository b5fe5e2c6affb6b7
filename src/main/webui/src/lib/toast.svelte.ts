/** A short word that something is done, said aloud by screen readers; it stays until the next one or until it is closed. */
class Toast {
  text = $state('');

  say(text: string): void {
    this.text = text;
  }
}

export const toast = new Toast();
