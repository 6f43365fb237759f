import { useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Pagination } from '../ui/pagination';
import { listAddress } from './list-address';

/** The way to the other pages of a list, by the parameter `side`. */
export function ListPages({ page, pageSize, total }: { page: number; pageSize: number; total: number }) {
  const { t } = useTranslation('admin');
  const { pathname, search } = useLocation();
  if (total <= pageSize) return null;
  const last = Math.ceil(total / pageSize);
  const link = (number: number, label: string) => ({
    label,
    href: listAddress(pathname, search, { side: number === 1 ? null : String(number) }),
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
