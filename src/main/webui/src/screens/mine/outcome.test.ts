import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcome';

describe('what is sent of an outcome', () => {
  it('leaves out what was left empty', () => {
    expect(outcomeOf({ code: 'done', quantity: null, note: '  ', evidence: '' })).toEqual({ code: 'done' });
  });

  it('keeps a zero: nobody opened is a result', () => {
    expect(outcomeOf({ code: 'doors', quantity: 0, note: ' Rain. ', evidence: '' })).toEqual({
      code: 'doors',
      quantity: 0,
      note: 'Rain.',
    });
  });
});
