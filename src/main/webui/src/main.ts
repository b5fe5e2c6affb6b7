import { mount } from 'svelte';
import './app.css';
import App from './App.svelte';
import { update } from './lib/offline/update.svelte';
import { finishInFrame, isReturnFromKeycloak } from './lib/session.svelte';

if (window.parent !== window && isReturnFromKeycloak()) {
  // In the hidden frame of a renewal: only tell the page around it what Keycloak said.
  void finishInFrame();
} else {
  const target = document.getElementById('app');
  if (target) mount(App, { target });
  // Once there is something to see: the worker loads the rest of the app.
  addEventListener('load', () => void update.register());
}
