import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixOptions from './remix.config.js';

export default defineConfig({
  plugins: [remix(remixOptions)],
  resolve: {
    alias: {
      '~': fileURLToPath(new URL('./app', import.meta.url)),
      // What this brings to older Reacts, ours has itself.
      'use-sync-external-store/shim': 'react',
    },
  },
  build: {
    target: 'es2022',
    // Inlined assets would need `data:` in the content security policy for fonts and scripts.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: { output: { manualChunks: chunkOf } },
  },
});

/** What most pages use, besides the libraries; files of a few hundred bytes each would cost more requests than they save. */
const USED_EVERYWHERE = new RegExp(
  [
    '/app/(lib|http)/',
    '/app/locales/config',
    '/app/components/ui/(?!table|timeline|copy-button|pagination|radio-cards|stepper|kbd|description-list)',
    '/app/components/layout/(?!admin)',
    '/app/components/site/(use-locale|book-path)',
    '/app/components/booking/(booking-layout|refusal-text|availability-note|quote-lines|price-lines)',
    '/app/components/calendar/board-geometry',
  ].join('|'),
);

/** Libraries change seldom and stay in the caches of browsers; everything else is split by page, as the bundler finds best. */
function chunkOf(id: string): string | undefined {
  if (id.includes('/node_modules/')) return 'libraries';
  // The booking page takes all of it; other pages a part, for which the bundler would split it.
  if (id.includes('/app/components/booking/add-on-')) return 'add-ons';
  return USED_EVERYWHERE.test(id) ? 'house' : undefined;
}
