/** Somebody who was picked from a list. */
export interface Person {
  id: string;
  name: string;
}
