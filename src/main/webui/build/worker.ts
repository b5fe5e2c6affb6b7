import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Builds `worker/sw.ts` as the service worker and writes into it the list of all files. By hand, because workbox would bring
 * three hundred packages for the sixty lines that are needed.
 */
export function worker(): Plugin {
  let publicDir = '';
  return {
    name: 'barnstorm-worker',
    apply: 'build',
    enforce: 'post',
    config: () => ({
      build: {
        rolldownOptions: {
          input: { index: 'index.html', sw: 'worker/sw.ts' },
          output: {
            entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
          },
        },
      },
    }),
    configResolved: (config) => void (publicDir = config.publicDir),
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const contents = new Map<string, string | Uint8Array>();
        for (const file of readdirSync(publicDir)) contents.set(file, readFileSync(join(publicDir, file)));
        for (const [file, out] of Object.entries(bundle))
          if (file !== 'sw.js') contents.set(file, out.type === 'asset' ? out.source : out.code);
        const sw = bundle['sw.js'];
        if (sw?.type !== 'chunk' || !sw.code.includes('__SHELL__'))
          throw new Error('sw.js has no list of files');
        sw.code = sw.code.replaceAll('__SHELL__', JSON.stringify(shellOf(contents)));
      },
    },
  };
}

function shellOf(contents: Map<string, string | Uint8Array>): { version: string; files: string[] } {
  const hash = createHash('sha256');
  const names = [...contents.keys()].sort();
  for (const name of names) hash.update(name).update(contents.get(name) ?? '');
  // The page itself is kept under the app's own address.
  return { version: hash.digest('hex').slice(0, 12), files: names.filter((name) => name !== 'index.html') };
}
