import { expect, test } from 'vitest';
import { hull, type LatLon } from './hull';

test('the hull of a square with points inside is the square', () => {
  const corners: LatLon[] = [
    [0, 0],
    [0, 2],
    [2, 2],
    [2, 0],
  ];
  const found = hull([[1, 1], ...corners, [0.5, 1.5]]);
  expect(found).toHaveLength(4);
  expect(found).toEqual(expect.arrayContaining(corners));
});

test('points on one line have no area', () => {
  expect(
    hull([
      [0, 0],
      [1, 1],
      [2, 2],
    ]),
  ).toEqual([
    [0, 0],
    [2, 2],
  ]);
});
