import { api, type Schema } from './api';
import { ask } from './problem';

/** The signed-in member and what they may do, read once after signing in and again when it may have changed. */
class Myself {
  member = $state.raw<Schema<'Me'>>();
  mandates = $state.raw<Schema<'Mandate'>[]>([]);

  async load(): Promise<void> {
    const [member, mandates] = await Promise.all([
      ask(api.GET('/me')),
      ask(api.GET('/me/mandates', { params: { query: { limit: 100 } } })),
    ]);
    this.member = member;
    this.mandates = mandates.items.filter((m) => m.status === 'LIVE');
  }

  /** Whether they hold a capability anywhere: decides what is shown. What is allowed, the service decides each time. */
  may(capability: Schema<'Capability'>): boolean {
    return this.mandates.some((m) => m.capabilities.includes(capability));
  }

  /** The groups at which they hold a capability; each reaches everything below. */
  where(capability: Schema<'Capability'>): string[] {
    return [
      ...new Set(this.mandates.filter((m) => m.capabilities.includes(capability)).map((m) => m.group)),
    ].sort();
  }

  get groups(): Schema<'Membership'>[] {
    return (this.member?.memberships ?? []).filter((m) => m.status === 'ACTIVE');
  }
}

export const me = new Myself();
