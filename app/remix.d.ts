import '@remix-run/node';

declare module '@remix-run/node' {
  /** Types the data of single fetch from `loader` and `action`, as the `v3_singleFetch` flag asks. */
  interface Future {
    v3_singleFetch: true;
  }
}
