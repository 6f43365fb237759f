import { endpoint, type Endpoint } from '../http/endpoint';
import { newestFirst, page, withinRange } from '../http/paging';
import { listParams, metadataField, params, text } from '../http/parameters';
import { findObject } from '../state/simulated-account';
import { creditNoteSchema } from './credit-note-parameters';
import { draftCreditNote, issueCreditNote } from './credit-notes';
import { mergeMetadata } from './metadata';
import { embeddedList } from './presentation';

export const creditNoteEndpoints: Endpoint[] = [
  endpoint('POST /v1/credit_notes', creditNoteSchema, ({ account, parameters }) =>
    issueCreditNote(account, draftCreditNote(account, parameters)),
  ),
  endpoint('GET /v1/credit_notes/preview', creditNoteSchema, ({ account, parameters }) => {
    const { note, lines } = draftCreditNote(account, parameters);
    return { ...note, lines: embeddedList(lines, '/v1/credit_notes/preview/lines') };
  }),
  endpoint('GET /v1/credit_notes/:id', params({}), ({ account, id }) => findObject(account.store.creditNotes, 'credit note', id)),
  endpoint(
    'POST /v1/credit_notes/:id',
    params({ memo: text().optional(), metadata: metadataField().optional() }),
    ({ account, id, parameters }) => {
      const note = findObject(account.store.creditNotes, 'credit note', id);
      note.metadata = mergeMetadata(note.metadata ?? {}, parameters.metadata);
      if (parameters.memo !== undefined) note.memo = parameters.memo;
      account.emit('credit_note.updated', note);
      return note;
    },
  ),
  endpoint('GET /v1/credit_notes/:id/lines', listParams({}), ({ account, id, parameters }) => {
    findObject(account.store.creditNotes, 'credit note', id);
    return page(account.store.creditNoteLines[id] ?? [], parameters, `/v1/credit_notes/${id}/lines`);
  }),
  endpoint('GET /v1/credit_notes', listParams({ customer: text().optional(), invoice: text().optional() }), ({ account, parameters }) => {
    const { customer, invoice, created } = parameters;
    const found = newestFirst(account.store.creditNotes).filter(
      (note) =>
        (customer === undefined || note.customer === customer) &&
        (invoice === undefined || note.invoice === invoice) &&
        withinRange(note.created, created),
    );
    return page(found, parameters, '/v1/credit_notes');
  }),
];
