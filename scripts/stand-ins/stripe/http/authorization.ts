import { ApiError } from './api-error';
import { API_VERSION } from './api-version';

/** Only keys of test mode: a live key here means that the configuration is dangerously wrong. */
export function checkAuthorization(header: string | undefined): void {
  const key = keyOf(header ?? '');
  if (key === '') {
    const message = 'You did not provide an API key. Send it in the Authorization header, as Bearer or as the user of Basic.';
    throw new ApiError(message, { status: 401 });
  }
  if (/^[sr]k_live_/.test(key)) {
    throw new ApiError('A LIVE key was sent to the stand-in of Stripe. Only sk_test_ and rk_test_ keys are accepted.', { status: 401 });
  }
  if (!/^[sr]k_test_\w+$/.test(key)) throw new ApiError('Invalid API Key provided.', { status: 401 });
}

function keyOf(header: string): string {
  if (header.startsWith('Bearer ')) return header.slice('Bearer '.length);
  if (!header.startsWith('Basic ')) return '';
  const [user = ''] = Buffer.from(header.slice('Basic '.length), 'base64').toString('utf8').split(':');
  return user;
}

/** One version is spoken; a caller that asks for another would misread the answers. */
export function checkVersion(header: string | string[] | undefined): void {
  if (header === undefined || header === API_VERSION) return;
  throw new ApiError(`The stand-in speaks API version ${API_VERSION} only, not ${String(header)}.`);
}
