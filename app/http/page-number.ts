const LAST_PAGE = 10_000;

/** The page of a list that an address asks for, from 1; anything else in the address means the first. */
export function pageNumber(text: string | null): number {
  const page = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 1;
  return Math.min(Math.max(page, 1), LAST_PAGE);
}
