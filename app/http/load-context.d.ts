import '@remix-run/node';

declare module '@remix-run/node' {
  /** What the web server hands to every loader and action. */
  interface AppLoadContext {
    /** Nonce of the content security policy of this answer. */
    nonce: string;
    /** Id of this request in the log; error pages show it. */
    requestId: string;
    /** Where the request came from on the network, behind trusted proxies. */
    clientAddress: string;
  }
}
