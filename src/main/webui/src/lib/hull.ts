/** Latitude and longitude, in degrees. */
export type LatLon = [number, number];

/** The convex hull of points, without its first point at the end: Andrew's monotone chain (1979). Fewer than three: as they are. */
export function hull(points: LatLon[]): LatLon[] {
  const sorted = [...points].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  if (sorted.length < 3) return sorted;
  return [...half(sorted), ...half(sorted.reverse())];
}

function half(points: LatLon[]): LatLon[] {
  const chain: LatLon[] = [];
  for (const point of points) {
    while (chain.length > 1 && !turnsLeft(chain.at(-2), chain.at(-1), point)) chain.pop();
    chain.push(point);
  }
  chain.pop();
  return chain;
}

function turnsLeft(a: LatLon | undefined, b: LatLon | undefined, c: LatLon): boolean {
  if (!a || !b) return true;
  return (b[1] - a[1]) * (c[0] - a[0]) - (b[0] - a[0]) * (c[1] - a[1]) > 0;
}
