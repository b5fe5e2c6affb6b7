import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { languages } from '../lib/i18n.svelte';

const files = import.meta.glob<Record<string, string>>('./*/*.json', { import: 'default', eager: true });
const sources = import.meta.glob<string>(['../**/*.{ts,svelte}', '!../**/*.test.ts', '!../generated/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const source = Object.values(sources).join('\n');
const tags = Object.keys(languages);

/** `next.title` and so on of one language. */
function messagesOf(tag: string): Map<string, string> {
  const mine = Object.entries(files).filter(([path]) => path.startsWith(`./${tag}/`));
  const area = (path: string): string => path.split('/').pop()?.replace('.json', '') ?? '';
  return new Map(
    mine.flatMap(([path, messages]) => Object.entries(messages).map(([k, m]) => [`${area(path)}.${k}`, m])),
  );
}

type Ast = ReturnType<IntlMessageFormat['getAst']>;
interface Use {
  name: string;
  plural: boolean;
  /** The text right after it. */
  next: string;
}

/** Every place where a message takes a value. */
function uses(ast: Ast): Use[] {
  return ast.flatMap((part, i) => {
    // Literal text is 0, and `#` has no value of its own.
    if (part.type === 0 || !('value' in part)) return [];
    const after = ast[i + 1];
    const use = {
      name: part.value,
      plural: 'pluralType' in part,
      next: after?.type === 0 ? after.value : '',
    };
    const inner = 'options' in part ? Object.values(part.options).flatMap((o) => uses(o.value)) : [];
    return [use, ...inner];
  });
}

function usesOf(message: string, tag: string): Use[] {
  return uses(new IntlMessageFormat(message, tag).getAst());
}

/** What a message shows. What it only counts by, as the form of an adjective, another language may not need. */
const shown = (message: string, tag: string): string[] =>
  [...new Set(usesOf(message, tag).flatMap((u) => (u.plural ? [] : [u.name])))].sort();

const counted = (message: string, tag: string): string[] =>
  usesOf(message, tag).flatMap((u) => (u.plural ? [u.name] : []));

/** In a plural `#` shows the number, so that only its name may differ. */
function sameValues(message: string, tag: string, original: string): boolean {
  const both = [...counted(message, tag), ...counted(original, 'en')];
  const rest = (names: string[]): string => names.filter((n) => !both.includes(n)).join();
  return rest(shown(message, tag)) === rest(shown(original, 'en'));
}

const english = messagesOf('en');

describe.each(tags)('messages in %s', (tag) => {
  const messages = messagesOf(tag);

  test('are those there are in English', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('can be read, and say something', () => {
    const broken = [...messages].filter(([, message]) => {
      try {
        return message.trim() === '' || new IntlMessageFormat(message, tag).getAst().length === 0;
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });

  test('show the values that the English ones show', () => {
    const other = [...messages].filter(([key, message]) => !sameValues(message, tag, english.get(key) ?? ''));
    expect(other).toEqual([]);
  });

  test('count where the English ones count', () => {
    // Not always the same: one language bends the word for what is taken, another the word for what there is.
    const uncounted = [...messages].filter(
      ([key, message]) =>
        counted(english.get(key) ?? '', 'en').length > 0 && counted(message, tag).length === 0,
    );
    expect(uncounted).toEqual([]);
  });

  test('have no number before a word that is in the plural whatever the number is', () => {
    const fixed = [...messages].filter(([, message]) =>
      usesOf(message, tag).some(
        (u) => ['n', 'count'].includes(u.name) && !u.plural && /^\s\p{L}{2,}s\b/u.test(u.next),
      ),
    );
    expect(fixed).toEqual([]);
  });
});

describe('keys in the sources', () => {
  test('have a message', () => {
    const said = [
      ...source.matchAll(/\bt\(\s*'([^']+)'\s*[,)]/g),
      ...source.matchAll(/\btitle: '([a-z-]+\.[a-z-]+)'/g),
    ];
    expect(said.length).toBeGreaterThan(20);
    expect(said.map((m) => m[1] ?? '').filter((key) => !english.has(key))).toEqual([]);
  });

  test('that are put together begin as some message does', () => {
    const begun = [...source.matchAll(/\bt\(\s*(?:'([^']+)'\s*\+|`([^`$]+)\$\{)/g)].map(
      (m) => m[1] ?? m[2] ?? '',
    );
    expect(begun.length).toBeGreaterThan(0);
    expect(begun.filter((prefix) => ![...english.keys()].some((key) => key.startsWith(prefix)))).toEqual([]);
  });

  test('use every message; those of refusals are found by the code of the problem', () => {
    const whole = new Set([...source.matchAll(/['"`]([a-z-]+\.[a-zA-Z0-9_-]+)['"`]/g)].map((m) => m[1]));
    const begun = [...source.matchAll(/['`]([a-z-]+\.[a-zA-Z0-9_-]*)(?:'\s*\+|\$\{)/g)].map(
      (m) => m[1] ?? '',
    );
    const unused = [...english.keys()].filter(
      (key) => !key.startsWith('problems.') && !whole.has(key) && !begun.some((b) => key.startsWith(b)),
    );
    expect(unused).toEqual([]);
  });
});
