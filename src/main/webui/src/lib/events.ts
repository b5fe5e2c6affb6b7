/** One server-sent event, as the browser's own `EventSource` would give it. */
export interface ServerEvent {
  type: string;
  data: string;
}

/** Reads `text/event-stream` (WHATWG HTML, section 9.2) from pieces that are cut anywhere. */
export class EventReader {
  /** Where to go on after a broken connection. */
  lastId: string | undefined;
  /** Milliseconds after which the server wants to be asked again. */
  retry: number | undefined;

  #rest = '';
  #afterReturn = false;
  #id: string | undefined;
  #type = '';
  #data: string[] = [];

  constructor(lastId?: string) {
    this.lastId = lastId;
    this.#id = lastId;
  }

  read(piece: string): ServerEvent[] {
    const events: ServerEvent[] = [];
    for (const line of this.#lines(piece)) {
      const event = this.#take(line);
      if (event) events.push(event);
    }
    return events;
  }

  /** Lines end with LF, CR or CRLF; a CR at the end of a piece may be half of a CRLF. */
  #lines(piece: string): string[] {
    if (piece === '') return [];
    const text = this.#rest + (this.#afterReturn && piece.startsWith('\n') ? piece.slice(1) : piece);
    this.#afterReturn = piece.endsWith('\r');
    const lines = text.split(/\r\n|\n|\r/);
    this.#rest = lines.pop() ?? '';
    return lines;
  }

  #take(line: string): ServerEvent | undefined {
    if (line === '') return this.#finish();
    const colon = line.indexOf(':');
    if (colon === 0) return undefined;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#data.push(value);
    if (field === 'event') this.#type = value;
    if (field === 'id' && !value.includes('\0')) this.#id = value;
    if (field === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
    return undefined;
  }

  /** The place counts from the end of its event on: what was cut off comes again. */
  #finish(): ServerEvent | undefined {
    const event = { type: this.#type || 'message', data: this.#data.join('\n') };
    const any = this.#data.length > 0;
    this.lastId = this.#id;
    this.#type = '';
    this.#data = [];
    return any ? event : undefined;
  }
}

export interface Following {
  /** Connects, from a place on; throws a refusal if it makes no sense to try again. */
  open: (lastId: string | undefined, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
  deal: (event: ServerEvent) => void;
  /** Whether events come at the moment. */
  connected: (yes: boolean) => void;
  /** Whether an error is for good; others are tried again. */
  final: (error: unknown) => boolean;
  signal: AbortSignal;
}

/**
 * Follows a stream until the signal, going on after the last event whenever it ends; a server says `end` when there is
 * nothing more to come for us. Ends with an error only if that is {@link Following.final}.
 */
export async function follow(following: Following): Promise<void> {
  const { signal } = following;
  let reader = new EventReader();
  let failures = 0;
  while (!signal.aborted) {
    try {
      const stream = await following.open(reader.lastId, signal);
      following.connected(true);
      // Whoever is cut off in the middle of an event begins it again.
      reader = Object.assign(new EventReader(reader.lastId), { retry: reader.retry });
      if (await drain(stream, reader, () => (failures = 0), following.deal)) return;
    } catch (error) {
      if (signal.aborted) return;
      if (following.final(error)) throw error;
      failures++;
    } finally {
      following.connected(false);
    }
    await pause(delay(failures, reader.retry), signal);
  }
}

/** @returns whether the server said that this is the end */
async function drain(
  stream: ReadableStream<Uint8Array>,
  reader: EventReader,
  alive: () => void,
  deal: (event: ServerEvent) => void,
): Promise<boolean> {
  const pieces = stream.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await pieces.read();
      if (done) return false;
      alive();
      for (const event of reader.read(decoder.decode(value, { stream: true }))) {
        if (event.type === 'end') return true;
        deal(event);
      }
    }
  } finally {
    pieces.cancel().catch(() => undefined);
  }
}

/**
 * Milliseconds until the next try: twice as long after each failure, half a minute at most, and by chance a part of that,
 * so that not everybody comes at once when a server is back.
 */
export function delay(failures: number, retry = 2000, chance = Math.random()): number {
  const longest = Math.min(retry * 2 ** failures, 30_000);
  return longest / 2 + (longest / 2) * chance;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
