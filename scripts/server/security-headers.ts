/**
 * What browsers may do with our pages.
 */
import type { RequestHandler } from 'express';
import { requestContext } from './request-context';

type Addresses = { readonly publicUrl: string; readonly stripeApiBase: string | undefined };

export const securityHeaders = (addresses: Addresses): RequestHandler => {
  const overHttps = addresses.publicUrl.startsWith('https:');
  const payPages = payPageOrigins(addresses.stripeApiBase).join(' ');
  return (_req, res, next) => {
    res.setHeader('Content-Security-Policy', contentSecurityPolicy(requestContext(res).nonce, payPages));
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.setHeader('X-Frame-Options', 'DENY');
    res.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
    res.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    if (overHttps) res.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    next();
  };
};

/** `form-action` also covers where a form's answer redirects to: the pay page. */
function payPageOrigins(stripeApiBase: string | undefined): string[] {
  if (stripeApiBase === undefined) return ['https://checkout.stripe.com'];
  const { port } = new URL(stripeApiBase);
  return [new URL(stripeApiBase).origin, `http://localhost:${port}`];
}

function contentSecurityPolicy(nonce: string, payPages: string): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self'`,
    // The day board places its intervals with `style="grid-column: …"`.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self' ${payPages}`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
