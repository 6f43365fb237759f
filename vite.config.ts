import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixOptions from './remix.config.js';

export default defineConfig({
  plugins: [remix(remixOptions)],
  resolve: {
    alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) },
  },
  build: {
    target: 'es2022',
    // Inlined assets would need `data:` in the content security policy for fonts and scripts.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
