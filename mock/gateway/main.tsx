import { render } from 'preact';
import { App } from './app.tsx';
import './style.css';

const root = document.getElementById('page');
if (root !== null) render(<App location={window.location} />, root);

// The token is read once, from the address the page was opened at; another link pasted into the same tab starts anew.
window.addEventListener('hashchange', () => window.location.reload());
// A page brought back by the Back button shows a state that may be long past.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) window.location.reload();
});
