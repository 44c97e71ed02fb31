import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/**
 * Build of the web client. `cspNonce` makes Vite mark every script and link tag, so that the API server can fill in
 * a nonce per request; the server address of `npm run dev` is the API on port 3000.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: { outDir: '../../dist/apps/web', emptyOutDir: true, chunkSizeWarningLimit: 700 },
});
