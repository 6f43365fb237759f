import type { BackendModule, ReadCallback, ResourceKey } from 'i18next';

const files = import.meta.glob<{ default: ResourceKey }>([
  './nb/*.json',
  './en/*.json',
  '!./*/mail.json',
  '!./*/approvalMail.json',
  '!./*/releasedMail.json',
]);

/** Loads the texts of one namespace in one language as a file of their own, when a page needs them. */
export const lazyTexts: BackendModule = {
  type: 'backend',
  init() {},
  read(locale: string, namespace: string, done: ReadCallback) {
    const load = files[`./${locale}/${namespace}.json`];
    if (!load) {
      done(new Error(`No texts ${namespace} in ${locale}`), null);
      return;
    }
    load().then(
      (file) => done(null, file.default),
      (error: unknown) => done(error as Error, null),
    );
  },
};
