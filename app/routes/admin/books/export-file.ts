import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireId } from '~/http/guards.server';
import { requireStaff } from '~/http/viewer.server';
import { findExportFile } from '~/modules/billing/exports/export.queries.server';

/** A file for the accounts, as it was handed over. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  await requireStaff(request, 'books.view');
  const file = await findExportFile(requireId(params['id']));
  if (!file) throw notFound();
  return new Response(file.bytes, {
    headers: {
      'Content-Type': file.mime,
      'Content-Disposition': `attachment; filename="${file.name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
