/** A run of words. Links lead out only by http and https. */
export interface Words {
  text: string;
  look?: 'strong' | 'em' | 'code';
  link?: string;
}

export type Block =
  | { kind: 'heading' | 'paragraph' | 'quote'; words: Words[] }
  | { kind: 'list'; ordered: boolean; items: Words[][] };

const bullet = /^\s*[-*+]\s+/;
const numbered = /^\s*\d+[.)]\s+/;
const inline =
  /\*\*(?<strong>[^*]+)\*\*|__(?<strong2>[^_]+)__|\*(?<em>[^*\s][^*]*)\*|`(?<code>[^`]+)`|!?\[(?<label>[^\]]*)\]\((?<link>https?:\/\/[^\s)]+)\)|(?<bare>https?:\/\/[^\s<>()]+)/g;

/**
 * What people write in Markdown, as blocks to be shown by elements of ours: what we do not know stays text, there is never
 * HTML in it, and pictures are links, because loading one would tell somebody else who reads.
 */
export function prose(markdown: string): Block[] {
  const parts = markdown.replace(/\r\n?/g, '\n').split(/\n\s*\n/);
  return parts.flatMap((part) => blocks(part.split('\n').filter((line) => line.trim() !== '')));
}

/** The same without any looks, for where there is room for a line only. */
export function plain(markdown: string): string {
  const all = prose(markdown).flatMap((b) => (b.kind === 'list' ? b.items : [b.words]));
  return all.map((words) => words.map((w) => w.text).join('')).join(' ');
}

function blocks(lines: string[]): Block[] {
  const made: Block[] = [];
  for (const line of lines) {
    const last = made.at(-1);
    const heading = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
    if (heading !== undefined) made.push({ kind: 'heading', words: words(heading) });
    else if (bullet.test(line) || numbered.test(line)) addItem(made, line);
    else if (/^\s*>/.test(line)) addWords(made, 'quote', line.replace(/^\s*>\s?/, ''));
    else if (last?.kind === 'list' && /^\s{2,}/.test(line))
      last.items.at(-1)?.push(...words(` ${line.trim()}`));
    else addWords(made, 'paragraph', line.trim());
  }
  return made;
}

function addItem(made: Block[], line: string): void {
  const ordered = numbered.test(line);
  const item = words(line.replace(ordered ? numbered : bullet, ''));
  const last = made.at(-1);
  if (last?.kind === 'list' && last.ordered === ordered) last.items.push(item);
  else made.push({ kind: 'list', ordered, items: [item] });
}

function addWords(made: Block[], kind: 'paragraph' | 'quote', text: string): void {
  const last = made.at(-1);
  if (last?.kind === kind) last.words.push(...words(` ${text}`));
  else made.push({ kind, words: words(text) });
}

function words(text: string): Words[] {
  const found: Words[] = [];
  let from = 0;
  for (const match of text.matchAll(inline)) {
    if (match.index > from) found.push({ text: text.slice(from, match.index) });
    found.push(word(match.groups ?? {}));
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

function word(g: Record<string, string | undefined>): Words {
  if (g.link) return { text: g.label || g.link, link: g.link };
  if (g.bare) return { text: g.bare, link: g.bare };
  const strong = g.strong ?? g.strong2;
  if (strong) return { text: strong, look: 'strong' };
  return g.em ? { text: g.em, look: 'em' } : { text: g.code ?? '', look: 'code' };
}
