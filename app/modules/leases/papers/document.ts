/** Papers of a lease: the contract, and letters about it. */
export const DOCUMENT_KINDS = ['lease', 'index_letter'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
