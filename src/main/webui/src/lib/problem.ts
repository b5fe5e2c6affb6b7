import type { components } from '../generated/contract';

/** RFC 9457 problem details as the service sends them; some carry more, such as `alternatives` or `holds`. */
export type ProblemDetails = components['schemas']['Problem'] & Record<string, unknown>;

/** The service answered, and said no. `code` is the last part of the problem's type, as in docs/problems.md. */
export class Refused extends Error {
  readonly code: string;

  constructor(
    readonly problem: ProblemDetails,
    /** Seconds after which it makes sense to ask again, if the service said so. */
    readonly retryAfter?: number,
  ) {
    super(problem.detail);
    this.code = problem.type.split('/').pop() ?? 'unknown';
  }

  get status(): number {
    return this.problem.status;
  }
}

/** No answer came: no network, or no service. Whether the work was done is not known. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('No answer', { cause });
  }
}

/** Nobody is signed in any more. */
export class SignedOut extends Error {}

/** What a request gives, or one of the three errors above. */
export interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of an answer; a refusal is thrown. Use it around every call of {@link api}. */
export async function ask<T>(answer: Promise<Answer<T>>): Promise<T> {
  return (await askWithHeaders(answer)).data;
}

/** As {@link ask}, for when the ETag or the link to the next page is needed too. */
export async function askWithHeaders<T>(answer: Promise<Answer<T>>): Promise<{ data: T; headers: Headers }> {
  const { data, error, response } = await answer;
  if (response.ok) return { data: data as T, headers: response.headers };
  const seconds = Number(response.headers.get('Retry-After') ?? NaN);
  throw new Refused(details(error, response), Number.isNaN(seconds) ? undefined : seconds);
}

/** Something between us and the service may have answered instead of it, with what is no problem+json. */
function details(error: unknown, response: Response): ProblemDetails {
  if (typeof error === 'object' && error !== null && 'type' in error) return error as ProblemDetails;
  return {
    type: '/problems/unknown',
    title: response.statusText,
    status: response.status,
    detail: '',
    instance: '',
  };
}
