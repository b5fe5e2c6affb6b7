import type { Component } from 'svelte';
import { parse } from 'regexparam';
import type { Schema } from './api';

/** Parameters of a path, as `{ id }` for `/tasks/:id`. */
export type Params = Record<string, string>;

/** One screen. Each area has its own list in `screens/<area>/routes.ts`. */
export interface Route {
  /** As in `/tasks/:id`. */
  path: string;
  /** Key of the title in the messages. */
  title: string;
  /** Loaded when somebody goes there, so that the first load stays small. Screens get their path's parameters as props. */
  // Which parameters those are, only the path says: the type of a screen's props cannot be told here.
  load: () => Promise<{ default: Component<any> }>;
  /** Reads what should be there without a network, although nobody has been at the screen. */
  ahead?: () => Promise<unknown>;
  /**
   * Where it stands in the navigation; absent: reached from other screens. `needs`: shown to whoever holds one of these
   * capabilities anywhere.
   */
  nav?: { area: 'volunteer' | 'lead'; order: number; icon: string; needs?: Schema<'Capability'>[] };
}

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

class Router {
  /** Path inside the app, as `/next`. */
  path = $state(inApp(location.pathname));
  query = $state(new URLSearchParams(location.search));

  constructor() {
    addEventListener('popstate', () => this.#read());
    addEventListener('click', (e) => this.#follow(e));
  }

  /** @param to path inside the app, with its query if there is one */
  go(to: string, { replace = false } = {}): void {
    history[replace ? 'replaceState' : 'pushState'](null, '', base + to);
    this.#read();
    scrollTo(0, 0);
  }

  #read(): void {
    this.path = inApp(location.pathname);
    this.query = new URLSearchParams(location.search);
  }

  /** Links are ordinary links: they open in a new tab and can be copied. Plain clicks inside the app stay in it. */
  #follow(e: MouseEvent): void {
    const link = e.target instanceof Element ? e.target.closest('a') : null;
    if (!link || e.defaultPrevented || e.button !== 0 || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey)
      return;
    if (link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (!link.pathname.startsWith(`${base}/`) || link.hash) return;
    e.preventDefault();
    this.go(inApp(link.pathname) + link.search);
  }
}

function inApp(pathname: string): string {
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  return path === '' ? '/' : path;
}

/** The address of a screen, for `href`. */
export function href(to: string): string {
  return base + to;
}

export function match(routes: Route[], path: string): { route: Route; params: Params } | undefined {
  for (const route of routes) {
    const { keys, pattern } = parse(route.path);
    const found = pattern.exec(path);
    if (!found) continue;
    const values = found.slice(1).map(decoded);
    if (values.includes(undefined)) return undefined;
    return { route, params: Object.fromEntries(keys.map((key, i) => [key, values[i] ?? ''])) };
  }
  return undefined;
}

/** Nothing, if the address was cut off in the middle of a character. */
function decoded(part: string | undefined): string | undefined {
  try {
    return decodeURIComponent(part ?? '');
  } catch {
    return undefined;
  }
}

export const router = new Router();
