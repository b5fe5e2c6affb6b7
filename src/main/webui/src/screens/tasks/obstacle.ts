import type { Schema } from '../../lib/api';
import type { Refused } from '../../lib/problem';

/** What stands in the way of a place, whether a claim was refused for it or the question "can I?" answered it. */
export interface Obstacle {
  code: string;
  /** The service's own sentence, for codes that we have no words for. */
  detail: string;
  courseId?: string | undefined;
  group?: string | undefined;
  limit?: number | undefined;
  /** One's own places that are in the way, with what is needed to give them back. */
  holds: Schema<'HeldPlace'>[];
  /** Other tasks that one could do instead. */
  alternatives: { id: string; title: string }[];
}

export function ofEligibility(reason: Schema<'Obstacle'>): Obstacle {
  const { code, detail, courseId, group, limit, holds } = reason;
  return { code, detail, courseId, group, limit, holds: holds ?? [], alternatives: [] };
}

/** The further members of a refused claim, docs/problems.md: each code brings its own. */
export function ofRefusal(refused: Refused): Obstacle {
  const more = refused.problem;
  const held = [more.other, ...(Array.isArray(more.holds) ? more.holds : [])];
  return {
    code: refused.code,
    detail: more.detail,
    courseId: typeof more.course === 'string' ? more.course : undefined,
    group: typeof more.group === 'string' ? more.group : undefined,
    limit: typeof more.limit === 'number' ? more.limit : undefined,
    holds: held.filter(isHeldPlace),
    alternatives: Array.isArray(more.alternatives) ? more.alternatives.filter(isTask) : [],
  };
}

function isHeldPlace(x: unknown): x is Schema<'HeldPlace'> {
  return typeof x === 'object' && x !== null && 'assignment' in x && 'fence' in x && 'title' in x;
}

function isTask(x: unknown): x is { id: string; title: string } {
  return typeof x === 'object' && x !== null && 'id' in x && 'title' in x;
}
