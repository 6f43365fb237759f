import { expect, test } from 'vitest';
import { type AuthorisationFacts, decideAuthorisation } from './decide-authorisation';

const captured = { status: 'captured', amountReceived: 50_000, refused: null } as const;
const gone = { status: 'gone', amountReceived: 0, refused: null } as const;
const waiting = { status: 'capturable', amountReceived: 0, refused: null } as const;
const refused = { ...waiting, refused: 'card_declined' };

test.each<[string, AuthorisationFacts['state'], AuthorisationFacts['stripe'], AuthorisationFacts['bookingState'], object]>([
  ['captured as was decided confirms', 'capturing', captured, 'requested', { action: 'confirm' }],
  ['captured after the booking fell away goes back', 'capturing', captured, 'lapsed', { action: 'give_back' }],
  ['captured with another sum is for a human', 'capturing', { ...captured, amountReceived: 1 }, 'requested', { action: 'alarm' }],
  ['captured before anybody decided is for a human', 'authorised', captured, 'requested', { action: 'alarm' }],
  ['captured although it was to be let go is for a human', 'releasing', captured, 'declined', { action: 'alarm' }],
  ['captured before is no news', 'captured', captured, 'confirmed', { action: 'nothing' }],
  ['let go as was decided is done', 'releasing', gone, 'declined', { action: 'released' }],
  ['gone before it was captured is lost', 'capturing', gone, 'requested', { action: 'lose', reason: 'expired', letGo: false }],
  ['gone while the house thought is lost', 'authorised', gone, 'requested', { action: 'lose', reason: 'expired', letGo: false }],
  ['gone for good is no news', 'lost', gone, 'held', { action: 'nothing' }],
  ['waiting is no news', 'authorised', waiting, 'requested', { action: 'nothing' }],
  [
    'that cannot be captured is lost, and let go',
    'capturing',
    refused,
    'requested',
    { action: 'lose', reason: 'card_declined', letGo: true },
  ],
  ['that will not be let go is for a human', 'releasing', refused, 'declined', { action: 'report_stuck', reason: 'card_declined' }],
])('a card that is %s', (_name, state, stripe, bookingState, decision) => {
  expect(decideAuthorisation({ state, amountOre: 50_000, stripe, bookingState })).toEqual(decision);
});
