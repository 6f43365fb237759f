import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AccountTable, BalanceNotice, VatTable } from '~/components/books/balance-tables';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { useLocale } from '~/components/site/use-locale';
import { EmptyState } from '~/components/ui/empty-state';
import { Pagination } from '~/components/ui/pagination';
import { SectionHeader } from '~/components/ui/section-header';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { formatDay } from '~/lib/format-time';
import { localDateOf } from '~/lib/local-time';
import { termBeside, vatTermOf } from '~/modules/billing/exports/export.schema';
import { findSubLedgerDifferences, sumAccounts, sumVat } from '~/modules/billing/ledger/balance.queries.server';

export const handle = { i18n: ['books'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

/** The VAT of a term, the accounts of its two months, and whether they agree with the documents. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'books.view');
  const term = vatTermOf(new URL(request.url).searchParams.get('termin'), localDateOf(now()));
  const [vat, accounts, differences] = await Promise.all([sumVat(term), sumAccounts(term), findSubLedgerDifferences()]);
  const { year, term: number } = term;
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'books')('vat.term', { term: number, year }),
    ...{ term, vat, accounts, differences },
    beside: { before: termBeside(term, -1), after: termBeside(term, 1) },
  };
}

export default function VatPage() {
  const { t } = useTranslation('books');
  const locale = useLocale();
  const { title, term, vat, accounts, differences, beside } = useLoaderData<typeof loader>();
  const day = (date: typeof term.from) => formatDay(date, locale, { year: true });
  const link = (to: string, label: string) => ({ href: `/admin/regnskap/mva?termin=${to}`, label });
  return (
    <>
      <BackLink href="/admin/regnskap" label={t('back')} />
      <AdminHead title={title} note={`${day(term.from)} – ${day(term.to)}`} />
      <BalanceNotice accounts={accounts} differences={differences} />
      <section className="desk-section" aria-labelledby="vat">
        <SectionHeader id="vat" title={t('vat.caption')} />
        {vat.length === 0 ? <EmptyState title={t('vat.empty')} /> : <VatTable rows={vat} />}
      </section>
      <section className="desk-section" aria-labelledby="accounts">
        <SectionHeader id="accounts" title={t('balance.caption')} />
        {accounts.length === 0 ? <EmptyState title={t('vat.empty')} /> : <AccountTable rows={accounts} />}
      </section>
      <Pagination
        label={t('vat.terms')}
        previous={link(beside.before, t('vat.before'))}
        next={link(beside.after, t('vat.after'))}
        status={title}
      />
    </>
  );
}
