/** As long as it takes to read two lines twice. */
const seconds = 12;

/** A short word that something is done, said aloud by screen readers. What matters later stands on a screen too. */
class Toast {
  text = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    if (text) this.#timer = setTimeout(() => (this.text = ''), seconds * 1000);
  }
}

export const toast = new Toast();
