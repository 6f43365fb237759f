import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DeskFigures, DeskLinks } from '~/components/books/desk-figures';
import { AdminHead } from '~/components/layout/admin-top';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { localDateOf } from '~/lib/local-time';
import { loadBooksDesk } from '~/modules/billing/books-desk.queries.server';

export const handle = { i18n: ['books'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'books.view');
  return { title: i18nFor(localeOf(request)).getFixedT(null, 'books')('title'), desk: await loadBooksDesk(localDateOf(now())) };
}

export default function BooksDeskPage() {
  const { t } = useTranslation('books');
  const { desk } = useLoaderData<typeof loader>();
  return (
    <>
      <AdminHead title={t('title')} note={t('note')} />
      <DeskFigures desk={desk} />
      <DeskLinks />
    </>
  );
}
