/** A PDF as nothing but a PDF, under its title. */
export function pdfReply({ title, bytes }: { title: string; bytes: Uint8Array<ArrayBuffer> }): Response {
  const name = encodeURIComponent(`${title}.pdf`);
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.length),
      'Content-Disposition': `inline; filename="dokument.pdf"; filename*=UTF-8''${name}`,
      'Content-Security-Policy': "default-src 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-store',
    },
  });
}
