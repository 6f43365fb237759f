import { type ImageMime, readImageHeader } from '~/lib/image-header';
import { ok, refuse, type Result } from '~/lib/result';

/** The database holds it too. */
const MOST_BYTES = 5 * 1_024 * 1_024;
/** A few bytes can unfold to a picture that no screen can hold. */
const MOST_PIXELS = 64_000_000;

export type Photo = { readonly bytes: Uint8Array; readonly mime: ImageMime };
export type PhotoRefusal = { code: 'photo_too_large' } | { code: 'photo_wrong_type' };

/** Whether a picture may be kept: a JPEG, PNG or WebP by what it is, 5 MB and 64 megapixels at most. */
export function checkPhoto(bytes: Uint8Array): Result<Photo, PhotoRefusal> {
  if (bytes.length > MOST_BYTES) return refuse({ code: 'photo_too_large' });
  const header = readImageHeader(bytes);
  if (!header) return refuse({ code: 'photo_wrong_type' });
  if (header.width * header.height > MOST_PIXELS) return refuse({ code: 'photo_too_large' });
  return ok({ bytes, mime: header.mime });
}
