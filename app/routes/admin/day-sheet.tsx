import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateStepper } from '~/components/calendar/date-stepper';
import { DaySheetPrint } from '~/components/desk/day-sheet-print';
import { AdminHead } from '~/components/layout/admin-top';
import { useLocale } from '~/components/site/use-locale';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { formatDay, formatMoment } from '~/lib/format-time';
import { addDays, localDateOf, parseLocalDate } from '~/lib/local-time';
import { loadDaySheet } from '~/modules/bookings/visits/day-sheet.queries.server';

const PATH = '/admin/dagsark';

export const handle = { i18n: ['hosting'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

/** The day sheet, with codes: for whoever looks after the rooms. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'house.view_sheet');
  const moment = now();
  const locale = localeOf(request);
  const sheet = await loadDaySheet(parseLocalDate(new URL(request.url).searchParams.get('dato') ?? '') ?? localDateOf(moment), moment);
  const t = i18nFor(locale).getFixedT(null, 'hosting');
  return { sheet, title: t('sheet.mailTitle', { day: formatDay(sheet.date, locale, { long: true }) }) };
}

export default function DaySheetPage() {
  const { t } = useTranslation('hosting');
  const locale = useLocale();
  const { sheet, title } = useLoaderData<typeof loader>();
  const { date } = sheet;
  return (
    <>
      <AdminHead title={title} note={t('sheet.made', { moment: formatMoment(sheet.madeAt, locale) })} />
      <div className="desk-tools no-print">
        <DateStepper
          label={t('sheet.step')}
          previous={{ href: `${PATH}?dato=${addDays(date, -1)}`, label: t('sheet.previous') }}
          next={{ href: `${PATH}?dato=${addDays(date, 1)}`, label: t('sheet.next') }}
          current={{ text: formatDay(date, locale), year: date.slice(0, 4) }}
          picker={{ action: PATH, name: 'dato', value: date, label: t('sheet.date'), submit: t('sheet.show') }}
        />
        <p className="small muted">{t('sheet.print')}</p>
      </div>
      <DaySheetPrint sheet={sheet} />
    </>
  );
}
