import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from '../generated/contract';
import { connection } from './offline/connection.svelte';
import { Unreachable } from './problem';
import { session } from './session.svelte';

/** A schema of the contract by its name: `Schema<'Task'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Everything the app knows of Barnstorm comes through this: the contract, typed by openapi-typescript. */
export const api = createClient<paths>({ baseUrl: '/api/v1' });

const bearer: Middleware = {
  async onRequest({ request }) {
    request.headers.set('Authorization', `Bearer ${await session.token()}`);
    return request;
  },
  // A token can be refused although it has not expired: the session was ended, or clocks differ. Once more with a new one.
  async onResponse({ request, response, options }) {
    connection.found();
    if (response.status !== 401) return undefined;
    const again = new Request(request.url, {
      ...bodyOf.get(request),
      method: request.method,
      headers: request.headers,
    });
    again.headers.set('Authorization', `Bearer ${await session.renew()}`);
    return options.fetch(again);
  },
  onError({ error }) {
    if (!isNoAnswer(error)) return undefined;
    connection.lost();
    return new Unreachable(error);
  },
};

function isNoAnswer(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError');
}

/** A request's body can be read once: kept for a second try. */
const bodyOf = new WeakMap<Request, { body?: Blob }>();
const keepBody: Middleware = {
  async onRequest({ request }) {
    if (request.body) bodyOf.set(request, { body: await request.clone().blob() });
    return undefined;
  },
};

api.use(bearer, keepBody);

/** For POSTs: the same key again repeats the request without doing the work twice (docs/api.md). One per intent of a person. */
export function idempotencyKey(): string {
  return crypto.randomUUID();
}

/** For PATCH and DELETE that ask for If-Match: the version the person has seen. */
export function ifMatch(version: number): string {
  return `"${version}"`;
}
