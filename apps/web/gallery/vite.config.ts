import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The components on one page, for looking at them and for the browser checks. Never part of the product's build. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: { outDir: '../../../dist/apps/web-gallery', emptyOutDir: true, chunkSizeWarningLimit: 900 },
});
