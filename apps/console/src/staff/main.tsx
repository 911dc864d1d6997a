import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { handBack } from './session/provider-window.js';
import './staff.css';

const root = document.getElementById('root');
// The window that comes back from the provider hands its answer over and goes; where the browser keeps it open, it is a page to sign in.
handBack(location);
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
