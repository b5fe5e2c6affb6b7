/** A place as people are asked for it: roughly, two decimals, about a kilometre. Nothing finer leaves the device. */
export interface Whereabouts {
  lat: number;
  lon: number;
}

/** The device does not say where it is: the person said no, or it does not know. */
export class Nowhere extends Error {
  constructor(readonly reason: 'denied' | 'unknown') {
    super(reason);
  }
}

/** Asks the device where it is; the browser asks the person. Only ever after a press on a button that says so. */
export function locate(): Promise<Whereabouts> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new Nowhere('unknown'));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(roughly(coords.latitude, coords.longitude)),
      (e) => reject(new Nowhere(e.code === e.PERMISSION_DENIED ? 'denied' : 'unknown')),
      { maximumAge: 600_000, timeout: 15_000 },
    );
  });
}

export function roughly(lat: number, lon: number): Whereabouts {
  return { lat: Math.round(lat * 100) / 100, lon: Math.round(lon * 100) / 100 };
}

/** GeoJSON has longitude first. */
export function ofPoint(point: { coordinates: number[] }): Whereabouts {
  const [lon = 0, lat = 0] = point.coordinates;
  return { lat, lon };
}
