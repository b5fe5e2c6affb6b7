import { expect, test } from 'vitest';
import { safeLink } from './evidence';

test('only addresses of pages become links', () => {
  expect(safeLink('https://photos.example/sheet?id=1')).toBe('https://photos.example/sheet?id=1');
  expect(safeLink('http://photos.example')).toBe('http://photos.example/');
  for (const other of ['javascript:alert(1)', 'data:text/html,x', 'photo of the sheet', '', undefined]) {
    expect(safeLink(other), String(other)).toBeUndefined();
  }
});
