import { randomUUID } from 'node:crypto';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '~/components/books/books-error';
import { ExportForm } from '~/components/books/export-form';
import { ExportTable } from '~/components/books/export-table';
import { ListPages } from '~/components/desk/list-pages';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { EmptyState } from '~/components/ui/empty-state';
import { Notice } from '~/components/ui/notice';
import { SectionHeader } from '~/components/ui/section-header';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { pageNumber } from '~/http/page-number';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { localDateOf } from '~/lib/local-time';
import { isUuid } from '~/lib/uuid';
import { listExports } from '~/modules/billing/exports/export.queries.server';
import { exportForm } from '~/modules/billing/exports/export.schema';
import { makeExport } from '~/modules/billing/exports/make-export.server';

const PAGE_SIZE = 30;

export const handle = { i18n: ['books'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'books.view');
  const asked = new URL(request.url).searchParams;
  const [page, made] = [pageNumber(asked.get('side')), asked.get('laget') ?? ''];
  const today = localDateOf(now());
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'books')('export.title'),
    ...{ page, made: isUuid(made) ? made : null },
    values: { nokkel: randomUUID(), slag: 'gbat10', fra: `${today.slice(0, 8)}01`, til: today },
    ...(await listExports({ number: page, size: PAGE_SIZE })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'books.edit');
  const form = await parseForm(request, exportForm);
  const refused = (errors: Record<string, Refused>) => data({ values: form.values, errors }, { status: 422 });
  if (!form.ok) return refused(Object.fromEntries(Object.entries(form.errors).map(([name, code]) => [name, { code }])));
  const made = await makeExport(actor, form.value, now());
  if (made.ok) return redirect(`/admin/regnskap/eksport?laget=${made.value.exportId}`, { status: 303 });
  if (made.code === 'not_allowed') throw new Response(null, { status: 403 });
  return refused({ [made.code === 'period_reversed' ? 'fra' : 'til']: { code: made.code } });
}

export default function ExportsPage() {
  const { t } = useTranslation('books');
  const { page, made, values, items, total } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink href="/admin/regnskap" label={t('back')} />
      <AdminHead title={t('export.title')} note={t('export.note')} />
      {made && !answer && (
        <Notice
          tone="success"
          title={t('export.made')}
          announce
          actions={
            <a href={`/admin/regnskap/eksport/${made}`} download data-reload>
              {t('export.download')}
            </a>
          }
        />
      )}
      <ExportForm values={answer?.values ?? values} errors={answer?.errors ?? {}} />
      <section className="desk-section" aria-labelledby="history">
        <SectionHeader id="history" title={t('export.history')} />
        {items.length === 0 ? <EmptyState title={t('export.empty')}>{t('export.emptyText')}</EmptyState> : <ExportTable items={items} />}
        <ListPages page={page} pageSize={PAGE_SIZE} total={total} />
      </section>
    </>
  );
}
