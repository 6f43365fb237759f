import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminHead } from '~/components/layout/admin-top';
import { RulesInForce } from '~/components/rules/rules-in-force';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { loadRulesPage } from '~/modules/bookings/rules/rules-page.queries.server';

export const handle = { i18n: ['rules'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** The rules of the house in words. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'rules.view');
  return { ...(await loadRulesPage(now())), title: i18nFor(localeOf(request)).getFixedT(null, 'rules')('metaTitle') };
}

export default function RulesPage() {
  const { t } = useTranslation('rules');
  const { inForce } = useLoaderData<typeof loader>();
  return (
    <>
      <AdminHead title={t('title')} note={t('note')} />
      <RulesInForce set={inForce} />
    </>
  );
}
