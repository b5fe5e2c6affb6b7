import { describe, expect, it } from 'vitest';
import { diffLines, plainValue } from './changes';

describe('what changed', () => {
  it('is shown line by line without the numbers of the diff', () => {
    const diff =
      '--- before\n+++ after\n@@ -1,2 +1,2 @@\n Meet by the cafe.\n-At six.\n+At seven.\n\\ No newline\n';
    expect(diffLines(diff)).toEqual([
      { kind: 'same', text: 'Meet by the cafe.' },
      { kind: 'removed', text: 'At six.' },
      { kind: 'added', text: 'At seven.' },
    ]);
  });

  it('keeps a line that itself begins with dashes', () => {
    expect(diffLines('@@ -1 +1 @@\n---- old\n')).toEqual([{ kind: 'removed', text: '--- old' }]);
  });

  it('says lists, places and numbers, and nothing for what was not there', () => {
    expect(plainValue(['Fetch', 'Bring'])).toBe('Fetch\nBring');
    expect(plainValue({ name: 'The Level', location: { type: 'Point' } })).toBe('The Level');
    expect(plainValue(90)).toBe('90');
    expect(plainValue(null)).toBeUndefined();
    expect(plainValue([])).toBeUndefined();
  });
});
