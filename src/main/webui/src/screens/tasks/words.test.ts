import { describe, expect, it } from 'vitest';
import { city, duration, kilometres } from './words';

describe('the words of a task', () => {
  it('names a zone by its city', () => {
    expect(city('Europe/Isle_of_Man')).toBe('Isle of Man');
    expect(city('UTC')).toBe('UTC');
  });

  it('says durations with the units that are needed', () => {
    expect(duration(45)).toBe('45 min');
    expect(duration(120)).toBe('2 hr');
    expect(duration(90)).toBe('1 hr 30 min');
    expect(duration(0)).toBe('0 min');
  });

  it('says short ways in tenths and long ones in whole kilometres', () => {
    expect(kilometres(1.24)).toBe('1.2 km');
    expect(kilometres(23.6)).toBe('24 km');
  });
});
