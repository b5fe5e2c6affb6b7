import { describe, expect, it, vi } from 'vitest';

vi.mock('./api', () => ({ api: {} }));
const { above, readable, within } = await import('./directory.svelte');

describe('paths of groups', () => {
  it('are readable before their names are known', () => {
    expect(readable('uk.south-east.brighton-pavilion')).toBe('Brighton Pavilion');
    expect(readable('uk')).toBe('Uk');
    expect(readable('fr.île-de-france')).toBe('Île De France');
  });

  it('name the groups above, the furthest first', () => {
    expect(above('uk.south-east.hove')).toEqual(['uk', 'uk.south-east']);
    expect(above('uk')).toEqual([]);
  });

  it('are within a group by whole slugs', () => {
    expect(within('uk.south-east', 'uk.south-east')).toBe(true);
    expect(within('uk.south-east.hove', 'uk.south-east')).toBe(true);
    expect(within('uk.south-east-london', 'uk.south-east')).toBe(false);
  });
});
