import { expect, test } from 'vitest';
import { Intent } from './intent';

test('the same intent has the same key until it is done, another one has another', () => {
  const intent = new Intent();
  const key = intent.header('offer', ['a', 'b']);
  expect(intent.header('offer', ['a', 'b'])).toEqual(key);
  expect(intent.header('offer', ['a'])).not.toEqual(key);
  intent.done();
  expect(intent.header('offer', ['a', 'b'])).not.toEqual(key);
});
