import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireDemo } from '~/http/guards.server';
import { readCaughtMail } from '~/infrastructure/mail-inbox.server';

/** A file of a caught mail, always to be saved and never shown as a page of this site. */
export async function loader({ params }: LoaderFunctionArgs) {
  requireDemo();
  const mail = await readCaughtMail(params['id'] ?? '');
  const index = /^\d{1,3}$/.test(params['index'] ?? '') ? Number(params['index']) : -1;
  const attachment = mail?.attachments[index];
  if (!attachment) throw notFound();
  const calendar = attachment.contentType.startsWith('text/calendar');
  return new Response(Buffer.from(attachment.content, 'base64'), {
    headers: {
      'Content-Type': calendar ? 'text/calendar; charset=utf-8' : 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename || 'vedlegg')}`,
    },
  });
}
