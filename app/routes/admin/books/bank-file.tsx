import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { BankLines, BankSums } from '~/components/books/bank-preview';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { Button } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { SectionHeader } from '~/components/ui/section-header';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { loadBankFile } from '~/modules/billing/bank/bank-file.queries.server';
import { importBankFile } from '~/modules/billing/bank/import-bank-file.server';

export const handle = { i18n: ['books'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  await requireStaff(request, 'books.view');
  const file = await loadBankFile(requireId(params['id']), now());
  if (!file) throw notFound();
  const said = new URL(request.url).searchParams.get('sagt');
  const title = i18nFor(localeOf(request)).getFixedT(null, 'books')('bank.fileTitle', { name: file.name });
  return { title, file, repeated: said === 'repeated', booked: /^booked-\d{1,5}$/.test(said ?? '') ? Number(said?.slice(7)) : null };
}

/** Books the payments of the file. */
export async function action({ params, request }: ActionFunctionArgs) {
  const id = requireId(params['id']);
  const { actor } = await requireStaff(request, 'books.edit');
  const done = await importBankFile(actor, id, now());
  if (!done.ok) throw done.code === 'not_found' ? notFound() : new Response(null, { status: 403 });
  return redirect(`/admin/regnskap/bank/${id}?sagt=booked-${done.value.booked}`, { status: 303 });
}

export default function BankFilePage() {
  const { t } = useTranslation('books');
  const { title, file, repeated, booked } = useLoaderData<typeof loader>();
  const { format, skipped, lines, sums, importedAt } = file;
  return (
    <>
      <BackLink href="/admin/regnskap/bank" label={t('bank.title')} />
      <AdminHead title={title} note={t(`bank.format.${format}`)} />
      {booked !== null && <Notice tone="success" title={booked === 0 ? t('bank.doneNone') : t('bank.done', { count: booked })} announce />}
      {repeated && (
        <Notice tone="info" title={t('bank.repeated')} announce>
          {t('bank.repeatedText')}
        </Notice>
      )}
      {importedAt !== null && booked === null && !repeated && <Notice title={t('bank.importedOn')} />}
      <section className="desk-section" aria-labelledby="sums">
        <SectionHeader id="sums" title={t(importedAt === null ? 'bank.preview' : 'bank.previewDone')} />
        <BankSums sums={sums} />
        {skipped > 0 && <p className="desk-gap muted">{t('bank.skipped', { count: skipped })}</p>}
        {importedAt === null && (
          <form method="post" className="desk-gap no-print">
            <Button variant="primary">{t('bank.book')}</Button>
          </form>
        )}
      </section>
      <BankLines lines={lines} />
    </>
  );
}
