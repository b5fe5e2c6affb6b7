import { expect, test } from 'vitest';
import { coordinates } from './coordinates';

test('coordinates are read as maps write them', () => {
  expect(coordinates('50.8225, -0.1372')).toEqual({ lat: 50.8225, lon: -0.1372 });
  expect(coordinates(' -34;151.2 ')).toEqual({ lat: -34, lon: 151.2 });
  for (const other of ['', '50', '91, 0', '0, 181', 'Baker Street 12', '50,8225, -0,1372']) {
    expect(coordinates(other), other).toBeUndefined();
  }
});
