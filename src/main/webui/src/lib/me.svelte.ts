import { api, type Schema } from './api';
import { kept } from './offline/kept';
import { ask } from './problem';

/** The signed-in member and what they may do, read once after signing in and again when it may have changed. */
class Myself {
  member = $state.raw<Schema<'Me'>>();
  mandates = $state.raw<Schema<'Mandate'>[]>([]);

  async load(): Promise<void> {
    const { value } = await kept('me', read, withoutContact);
    this.member = value.member;
    this.mandates = value.mandates;
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

interface Read {
  member: Schema<'Me'>;
  mandates: Schema<'Mandate'>[];
}

async function read(): Promise<Read> {
  const [member, mandates] = await Promise.all([
    ask(api.GET('/me')),
    ask(api.GET('/me/mandates', { params: { query: { limit: 100 } } })),
  ]);
  return { member, mandates: mandates.items.filter((m) => m.status === 'LIVE') };
}

/** No screen needs these without a network: they are not left on the device. */
function withoutContact({ member, mandates }: Read): Read {
  const { email, phone, home, ...rest } = member;
  return { member: rest, mandates };
}

export const me = new Myself();
