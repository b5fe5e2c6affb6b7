/** Those whose name has all the letters, whatever their case and accents: "rene" finds René. */
export function withLetters<T extends { name?: string | undefined }>(
  people: readonly T[],
  letters: string,
): T[] {
  const wanted = bare(letters).split(/\s+/).filter(Boolean);
  return people.filter(({ name }) => wanted.every((word) => bare(name ?? '').includes(word)));
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
