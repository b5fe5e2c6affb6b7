import { IntlMessageFormat } from 'intl-messageformat';

/** Tags of the languages with messages in `src/messages/<tag>/<area>.json`. */
export const languages = { en: 'English', fr: 'Français', es: 'Español' } as const;
export type Language = keyof typeof languages;

type Messages = Record<string, string>;

// One file of each language and area; a language is loaded when it is used, and only English is always there.
const english = import.meta.glob<Messages>('../messages/en/*.json', { import: 'default', eager: true });
const others = import.meta.glob<Messages>(['../messages/*/*.json', '!../messages/en/*.json'], {
  import: 'default',
});

class I18n {
  language = $state<Language>('en');
  #messages = $state.raw<Messages>(merged(Object.entries(english)));
  #parsed = new Map<string, IntlMessageFormat>();

  /** Speaks another language, once its messages are here. */
  async speak(language: Language): Promise<void> {
    const found = language === 'en' ? Object.entries(english) : await load(language);
    this.#parsed.clear();
    this.#messages = merged(found);
    this.language = language;
    document.documentElement.lang = language;
  }

  /** The message of a key, `area.name`, in ICU MessageFormat. */
  t(key: string, values: Record<string, string | number | Date | boolean> = {}): string {
    const message = this.#messages[key];
    if (message === undefined) return key;
    let parsed = this.#parsed.get(key);
    if (!parsed) this.#parsed.set(key, (parsed = new IntlMessageFormat(message, this.language)));
    return parsed.format<string>(values) as string;
  }

  /** For dates and numbers: as people write them where they live, if they live where this language is spoken. */
  get locale(): string {
    return (
      (globalThis.navigator?.languages ?? []).find((tag) => tag.split('-')[0] === this.language) ??
      this.language
    );
  }

  has(key: string): boolean {
    return key in this.#messages;
  }
}

async function load(language: Language): Promise<[string, Messages][]> {
  const mine = Object.entries(others).filter(([path]) => path.includes(`/${language}/`));
  return Promise.all(mine.map(async ([path, get]): Promise<[string, Messages]> => [path, await get()]));
}

/** `../messages/en/next.json` with `title` becomes `next.title`. */
function merged(files: [string, Messages][]): Messages {
  const all: Messages = {};
  for (const [path, messages] of files) {
    const area = path.split('/').pop()?.replace('.json', '') ?? '';
    for (const [name, message] of Object.entries(messages)) all[`${area}.${name}`] = message;
  }
  return all;
}

export const i18n = new I18n();
export const t: I18n['t'] = (key, values) => i18n.t(key, values);

/** The first of the wished languages that there are messages for. */
export function bestOf(wished: readonly string[]): Language {
  for (const tag of wished) {
    const language = tag.split('-')[0]?.toLowerCase() ?? '';
    if (language in languages) return language as Language;
  }
  return 'en';
}
