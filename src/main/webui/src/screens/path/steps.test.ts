import { describe, expect, it } from 'vitest';
import { courseOf, screenOf } from './steps';

const to = (path: string) => screenOf({ method: 'GET', path });

describe('the screen for what the service proposes', () => {
  it('is that of the course, the step, the task or the group', () => {
    expect(to('/enrolments/e1/steps/film')).toBe('/path/enrolments/e1/steps/film');
    expect(to('/enrolments/e1/complete')).toBe('/path/enrolments/e1');
    expect(to('/enrolments/e1')).toBe('/path/enrolments/e1');
    expect(to('/courses/c1/enrolments')).toBe('/path/courses/c1');
    expect(to('/tasks/t1/claim')).toBe('/tasks/t1');
    expect(to('/groups/uk.hove/mandate-rules')).toBe('/groups/uk.hove');
    expect(to('/groups')).toBe('/groups');
  });

  it('names the course, where it proposes one', () => {
    expect(courseOf({ method: 'POST', path: '/courses/c1/enrolments' })).toBe('c1');
    expect(courseOf({ method: 'GET', path: '/enrolments/e1' })).toBeUndefined();
  });

  it('is none for what others have to do', () => {
    expect(to('/mandates/m1')).toBeUndefined();
  });
});
