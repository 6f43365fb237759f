import { describe, expect, test } from 'vitest';
import { requestMailKey } from './approval/request.messages';
import { bookingMailKey } from './booking.messages';
import { changeMailKey } from './changes/change.messages';
import { closureMailKey } from './closure-offers/closure-offer.messages';
import { type MailedIds, mailKeyBeginnings, mailSubjectOf } from './mail-subject';
import { loudMailKey } from './neighbours/loud-news.messages';
import { releasedMailKey } from './released/released.messages';
import { splitMailKey } from './split/split.messages';

const [bookingId, other] = ['booking', 'other'];
const ids: MailedIds = {
  booking: [bookingId],
  request: [bookingId],
  split: [bookingId],
  change: ['change'],
  released: ['released'],
  closure: ['letter'],
  neighbour: [bookingId],
};

describe('the key of a mail', () => {
  test.each([
    [bookingMailKey({ bookingId, kind: 'confirmed' }), 'booking', 'confirmed'],
    [bookingMailKey({ bookingId, kind: 'late_payment', refundId: 'refund' }), 'booking', 'late_payment'],
    [bookingMailKey({ bookingId, kind: 'dates_cancelled', occurrenceIds: ['first', 'second'] }), 'booking', 'dates_cancelled'],
    [requestMailKey({ bookingId, kind: 'message', personId: 'person', about: 'message-id' }), 'request', 'message'],
    [splitMailKey({ bookingId, splitId: 'split', kind: 'invited', shareId: 'share' }), 'split', 'invited'],
    [splitMailKey({ bookingId, splitId: 'split', kind: 'late', refundId: 'refund' }), 'split', 'late'],
    [changeMailKey({ changeId: 'change', kind: 'changed' }), 'change', 'changed'],
    [releasedMailKey({ releasedId: 'released', kind: 'credited' }), 'released', 'credited'],
    [closureMailKey({ letterId: 'letter', kind: 'offered', number: 2 }), 'closure', 'offered'],
    [loudMailKey(bookingId, 'cause'), 'neighbour', 'loud'],
  ] as const)('%s tells what it is about, and begins as it is looked for', (key, about, kind) => {
    expect(mailSubjectOf(key)).toEqual({ about, kind });
    expect(mailKeyBeginnings(ids).filter((beginning) => key.startsWith(beginning))).toHaveLength(1);
  });

  test('of a mail to the house, or about another booking, is left out', () => {
    const house = requestMailKey({ bookingId, kind: 'house_request', personId: 'host', about: '' });
    const another = bookingMailKey({ bookingId: other, kind: 'confirmed' });
    expect(mailSubjectOf(house)).toBeNull();
    for (const key of [house, another]) expect(mailKeyBeginnings(ids).some((beginning) => key.startsWith(beginning))).toBe(false);
  });
});
