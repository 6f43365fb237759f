import { useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Pagination } from '../ui/pagination';
import { listAddress } from './list-address';

type ListPagesProps = { page: number; pageSize: number; total: number; parameter?: string };

/** The way to the other pages of a list, by a parameter of the address. */
export function ListPages({ page, pageSize, total, parameter = 'side' }: ListPagesProps) {
  const { t } = useTranslation('admin');
  const { pathname, search } = useLocation();
  if (total <= pageSize) return null;
  const last = Math.ceil(total / pageSize);
  const link = (number: number, label: string) => ({
    label,
    href: listAddress(pathname, search, { [parameter]: number === 1 ? null : String(number) }),
  });
  const from = (page - 1) * pageSize + 1;
  return (
    <Pagination
      label={t('bookings.pages')}
      previous={page > 1 ? link(page - 1, t('bookings.previous')) : undefined}
      next={page < last ? link(page + 1, t('bookings.next')) : undefined}
      status={t('bookings.range', { from, to: Math.min(page * pageSize, total), total })}
    />
  );
}
