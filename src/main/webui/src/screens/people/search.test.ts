import { expect, test } from 'vitest';
import { withLetters } from './search';

const people = [{ name: 'René D.' }, { name: 'Olu A.' }, {}];

test('letters are found whatever their case and accents', () => {
  expect(withLetters(people, ' rene d')).toEqual([people[0]]);
  expect(withLetters(people, 'OLU')).toEqual([people[1]]);
  expect(withLetters(people, 'x')).toEqual([]);
});

test('no letters leave everybody, also those without a name', () => {
  expect(withLetters(people, '  ')).toEqual(people);
});
