import { describe, expect, it } from 'vitest';
import { plain, prose } from './prose';

describe('what people write in Markdown', () => {
  it('becomes headings, paragraphs and lists', () => {
    expect(prose('# Before\nBe *early*.\nBring water.\n\n- a\n- b\n  and more\n\n1. one')).toEqual([
      { kind: 'heading', words: [{ text: 'Before' }] },
      {
        kind: 'paragraph',
        words: [{ text: 'Be ' }, { text: 'early', look: 'em' }, { text: '.' }, { text: ' Bring water.' }],
      },
      { kind: 'list', ordered: false, items: [[{ text: 'a' }], [{ text: 'b' }, { text: ' and more' }]] },
      { kind: 'list', ordered: true, items: [[{ text: 'one' }]] },
    ]);
  });

  it('links out only by http and https', () => {
    expect(prose('[here](https://a.example/x)')[0]).toEqual({
      kind: 'paragraph',
      words: [{ text: 'here', link: 'https://a.example/x' }],
    });
    expect(prose('[here](javascript:alert(1))')[0]).toEqual({
      kind: 'paragraph',
      words: [{ text: '[here](javascript:alert(1))' }],
    });
  });

  it('shows pictures as links and HTML as what was typed', () => {
    expect(prose('![a map](https://a.example/m.png) <b>x</b>')[0]).toEqual({
      kind: 'paragraph',
      words: [{ text: 'a map', link: 'https://a.example/m.png' }, { text: ' <b>x</b>' }],
    });
  });

  it('fits in a line', () => {
    expect(plain('Three evenings: **listen**, ask.\n\n- one\n- two')).toBe(
      'Three evenings: listen, ask. one two',
    );
  });
});
