import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { BankFiles } from '~/components/books/bank-files';
import { BankUpload } from '~/components/books/bank-upload';
import { ListPages } from '~/components/desk/list-pages';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { EmptyState } from '~/components/ui/empty-state';
import { SectionHeader } from '~/components/ui/section-header';
import { readForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { pageNumber } from '~/http/page-number';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { listBankFiles } from '~/modules/billing/bank/bank-file.queries.server';
import { uploadBankFile } from '~/modules/billing/bank/import-bank-file.server';

const PAGE_SIZE = 30;

export const handle = { i18n: ['books'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'books.view');
  const page = pageNumber(new URL(request.url).searchParams.get('side'));
  const title = i18nFor(localeOf(request)).getFixedT(null, 'books')('bank.title');
  return { title, page, ...(await listBankFiles({ number: page, size: PAGE_SIZE })) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'books.edit');
  const file = (await readForm(request)).get('fil');
  const given = file instanceof File ? file : new File([], '');
  const kept = await uploadBankFile(actor, { name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) }, now());
  if (!kept.ok) return data(kept, { status: 422 });
  const { fileId, repeated } = kept.value;
  return redirect(`/admin/regnskap/bank/${fileId}${repeated ? '?sagt=repeated' : ''}`, { status: 303 });
}

export default function BankPage() {
  const { t } = useTranslation('books');
  const { items, total, page } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/admin/regnskap" label={t('back')} />
      <AdminHead title={t('bank.title')} note={t('bank.note')} />
      <BankUpload refused={useActionData<typeof action>() ?? null} />
      <section className="desk-section" aria-labelledby="files">
        <SectionHeader id="files" title={t('bank.files')} />
        {items.length === 0 ? <EmptyState title={t('bank.empty')}>{t('bank.emptyText')}</EmptyState> : <BankFiles items={items} />}
        <ListPages page={page} pageSize={PAGE_SIZE} total={total} />
      </section>
    </>
  );
}
