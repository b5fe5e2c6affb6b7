import { mount } from 'svelte';
import './app.css';
import App from './App.svelte';
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
}
