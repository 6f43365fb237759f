/** Pictures in posted forms and in answers. */

/** The picture of a form's file field; null when none was chosen. What it really is, is checked by whoever keeps it. */
export async function readPhoto(form: FormData, name: string): Promise<Uint8Array | null> {
  const file = form.get(name);
  if (file === null || typeof file === 'string' || file.size === 0) return null;
  return new Uint8Array(await file.arrayBuffer());
}

const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

/** A picture somebody has sent, as nothing but a picture: whatever hides in it, no browser runs it. */
export function photoReply({ bytes, mime }: { bytes: Uint8Array<ArrayBuffer>; mime: string }): Response {
  return new Response(bytes, {
    headers: {
      'Content-Type': mime,
      'Content-Length': String(bytes.length),
      'Content-Disposition': `inline; filename="bilde.${ENDINGS[mime] ?? 'bin'}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-store',
    },
  });
}
