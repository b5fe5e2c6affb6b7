import { InMemoryWebStorage, type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { connection } from './offline/connection.svelte';
import { note, openFor, openLast, takeNote, wipe } from './offline/drawer';
import { SignedOut, Unreachable } from './problem';

/** Where people sign in, as the service says it. */
export interface SignIn {
  issuer: string;
  clientId: string;
}

/**
 * `starting`: nothing is known yet; `known`: somebody was here before, and their app opens while Keycloak is asked;
 * `offline`: it cannot be asked now, and what they kept here is shown.
 */
type State = 'starting' | 'known' | 'out' | 'in' | 'offline';

/**
 * Who is signed in. Tokens are in memory only: after a reload Keycloak is asked again, in a hidden frame, whether the
 * person is still signed in. In sessionStorage is only what PKCE needs on the way to Keycloak and back (RFC 7636).
 */
class Session {
  state = $state<State>('starting');
  name = $state('');
  /** Answers come again, and Keycloak says that nobody is signed in any more: what waits needs a sign-in first. */
  lapsed = $state(false);

  /** Asked before signing out, which would lose what waits to be sent. */
  mayLeave: () => Promise<boolean> = () => Promise.resolve(true);

  #manager: UserManager | undefined;
  #user: User | null = null;
  #renewal: Promise<User | null> | undefined;
  #begun: Promise<string | undefined> | undefined;

  /** True in the hidden frame and after signing in: the address has the answer of Keycloak. */
  static isReturn(): boolean {
    const query = new URLSearchParams(location.search);
    return query.has('state') && (query.has('code') || query.has('error'));
  }

  configure(signIn: SignIn): void {
    const app = appAddress();
    this.#manager = new UserManager({
      authority: signIn.issuer,
      client_id: signIn.clientId,
      redirect_uri: app,
      scope: 'openid',
      userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
      automaticSilentRenew: false,
      silentRequestTimeoutInSeconds: 10,
    });
  }

  /** In the hidden frame: tell the page around it what is in the address. Nobody has to be asked for that. */
  static async finishInFrame(): Promise<void> {
    const app = location.origin;
    await new UserManager({ authority: app, client_id: app, redirect_uri: app }).signinSilentCallback();
  }

  /**
   * Before Keycloak is asked, which takes a second on a phone: who was here before sees their app, and others how to
   * sign in.
   *
   * @returns whether somebody was here before
   */
  async remember(): Promise<boolean> {
    if (Session.isReturn()) return false;
    const known = await openLast();
    this.state = known ? 'known' : 'out';
    return known;
  }

  /**
   * Finishes a sign-in, or finds out whether somebody is signed in.
   *
   * @returns where to go on inside the app, after a sign-in
   */
  start(): Promise<string | undefined> {
    return (this.#begun = this.#begin());
  }

  async #begin(): Promise<string | undefined> {
    if (Session.isReturn()) {
      try {
        const user = await this.#signIn().signinCallback();
        this.#accept(user ?? null);
        return typeof user?.state === 'string' ? user.state : undefined;
      } catch {
        // An old link, or "back" into one: the code was used. Asking again finds out who is signed in.
      }
    }
    if (await note('left')) {
      this.state = 'out';
      return undefined;
    }
    try {
      await this.renew();
    } catch (e) {
      if (e instanceof Unreachable) await this.#openOffline(e);
      else if (!(e instanceof SignedOut)) throw e;
    }
    return undefined;
  }

  async #openOffline(e: Unreachable): Promise<void> {
    if (this.state !== 'known' && !(await openLast())) throw e;
    this.state = 'offline';
  }

  async signIn(): Promise<void> {
    // Keycloak ends the attempt of its hidden frame late, and with it the page to sign in that was opened meanwhile.
    await this.#begun?.catch(() => undefined);
    if (this.#user) return;
    const here = location.pathname + location.search;
    // Who signed out without a network is signed in at Keycloak still, and may not be the one who is here now.
    const again = (await note('left')) ? { prompt: 'login' } : {};
    await this.#signIn().signinRedirect({
      ...again,
      state: Session.isReturn() ? undefined : here,
      ui_locales: document.documentElement.lang,
    });
  }

  /**
   * Removes what this device keeps, and ends the session at Keycloak too, so that the next person at this phone does not
   * go on as this one.
   */
  async signOut(): Promise<void> {
    if (!(await this.mayLeave())) return;
    const idToken = this.#user?.id_token;
    await wipe();
    try {
      const end = await this.#signIn().metadataService.getEndSessionEndpoint();
      post(end ?? import.meta.env.BASE_URL, {
        client_id: this.#signIn().settings.client_id,
        post_logout_redirect_uri: appAddress(),
        ...(idToken ? { id_token_hint: idToken } : {}),
      });
    } catch (e) {
      if (!isUnreachable(e)) throw e;
      await takeNote('left', true);
      location.assign(import.meta.env.BASE_URL);
    }
  }

  /**
   * A token that is good for at least ten more seconds.
   *
   * @throws SignedOut if Keycloak gives none any more
   */
  async token(): Promise<string> {
    if (this.#user && (this.#user.expires_in ?? 0) > 10) return this.#user.access_token;
    return this.renew();
  }

  /** A new token. Many requests that need one at once share one renewal: Keycloak takes a refresh token once. */
  async renew(): Promise<string> {
    this.#renewal ??= this.#signIn()
      .signinSilent()
      .finally(() => (this.#renewal = undefined));
    try {
      this.#accept(await this.#renewal);
    } catch (e) {
      if (isUnreachable(e)) {
        connection.lost();
        throw new Unreachable(e);
      }
      this.#accept(null);
    }
    if (!this.#user) throw new SignedOut();
    return this.#user.access_token;
  }

  #accept(user: User | null): void {
    this.#user = user;
    this.name = user?.profile.name ?? user?.profile.preferred_username ?? this.name;
    if (user) openFor(user.profile.sub);
    // What is shown offline stays until the person signs in again: it may be in the middle of something.
    this.lapsed = !user && this.state === 'offline';
    if (!this.lapsed) this.state = user ? 'in' : 'out';
  }

  #signIn(): UserManager {
    if (!this.#manager) throw new Error('configure() comes first');
    return this.#manager;
  }
}

function appAddress(): string {
  return new URL(import.meta.env.BASE_URL, location.origin).href;
}

/** OpenID Connect RP-Initiated Logout 1.0 takes a form as well as an address, and an address with a token in it would be kept. */
function post(action: string, fields: Record<string, string>): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

/** fetch rejects with a TypeError, and the hidden frame with a timeout, when Keycloak cannot be reached. */
function isUnreachable(e: unknown): boolean {
  return e instanceof TypeError || (e instanceof Error && e.name === 'ErrorTimeout') || !navigator.onLine;
}

export const isReturnFromKeycloak = Session.isReturn;
export const finishInFrame = Session.finishInFrame;
export const session = new Session();
