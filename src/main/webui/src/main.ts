import { mount } from 'svelte';
import './app.css';
import App from './App.svelte';
import { update } from './lib/offline/update.svelte';
import { isReturnFromKeycloak, session } from './lib/session.svelte';
import { settings } from './lib/settings';

if (window.parent !== window && isReturnFromKeycloak()) {
  // In the hidden frame of a renewal: only tell the page around it what Keycloak said.
  void settings().then(async (about) => {
    session.configure(about);
    await session.finishInFrame();
  });
} else {
  const target = document.getElementById('app');
  if (target) mount(App, { target });
  // Once there is something to see: the worker loads the rest of the app.
  addEventListener('load', () => void update.register());
}
