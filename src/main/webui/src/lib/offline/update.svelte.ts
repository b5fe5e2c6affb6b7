/**
 * The service worker, which opens the app without a network, and what to do when there is a newer one: it waits until the
 * person says so, or has closed the app, because a reload in the middle of a form would lose it.
 */
class Update {
  ready = $state(false);
  #waiting: ServiceWorker | undefined;

  /** Development has none: it would show yesterday's code. */
  async register(): Promise<void> {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    const base = import.meta.env.BASE_URL;
    try {
      const registration = await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
      this.#offer(registration);
      registration.addEventListener('updatefound', () => {
        const fresh = registration.installing;
        fresh?.addEventListener('statechange', () => this.#offer(registration));
      });
    } catch {
      // Refused, as in some private windows: then the app needs a network.
    }
  }

  apply(): void {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    this.#waiting?.postMessage('take over');
  }

  /** The first one is no news: there is no older page. */
  #offer(registration: ServiceWorkerRegistration): void {
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    this.#waiting = registration.waiting;
    this.ready = true;
  }
}

export const update = new Update();
