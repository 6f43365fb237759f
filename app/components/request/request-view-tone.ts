import type { RequestView } from '~/modules/bookings/approval/request-view';
import type { NoticeTone } from '../ui/notice';

export const REQUEST_VIEW_TONE: Readonly<Record<RequestView, NoticeTone>> = {
  requested: 'info',
  conditions: 'warning',
  approved: 'success',
  declined: 'info',
  lapsed: 'warning',
  withdrawn: 'info',
};
