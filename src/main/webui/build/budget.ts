import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What a phone loads before it can show anything: the entry, what it imports at once, and their styles. */
const limit = 200 * 1024;

type Bundle = Parameters<Extract<Plugin['generateBundle'], (...args: never) => unknown>>[1];

/** Fails the build when the first load grows beyond what a slow network carries in good time. */
export function budget(): Plugin {
  return {
    name: 'barnstorm-budget',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const bytes = [...firstLoad(bundle)].reduce((sum, file) => sum + compressed(bundle, file), 0);
      const said = `first load: ${(bytes / 1024).toFixed(1)} of ${limit / 1024} KB, compressed`;
      if (bytes > limit) this.error(said);
      this.info(said);
    },
  };
}

function firstLoad(bundle: Bundle): Set<string> {
  const files = new Set<string>();
  const entry = Object.values(bundle).find((f) => f.type === 'chunk' && f.isEntry && f.name === 'index');
  if (!entry) throw new Error('no entry');
  const add = (file: string): void => {
    const found = bundle[file];
    if (files.has(file) || !found) return;
    files.add(file);
    if (found.type !== 'chunk') return;
    found.imports.forEach(add);
    found.viteMetadata?.importedCss.forEach(add);
  };
  add(entry.fileName);
  return files;
}

function compressed(bundle: Bundle, file: string): number {
  const found = bundle[file];
  return found ? gzipSync(found.type === 'asset' ? found.source : found.code).length : 0;
}
