/** An address that somebody typed, if it is one that a browser may open: a link of another scheme could run something. */
export function safeLink(evidence: string | undefined): string | undefined {
  if (!evidence || !URL.canParse(evidence)) return undefined;
  const { protocol, href } = new URL(evidence);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
