type Metadata = Record<string, string>;

/** Stripe merges metadata key by key: an empty value removes the key, null removes them all. */
export function mergeMetadata(existing: Metadata, change: Metadata | null | undefined): Metadata {
  if (change === undefined) return existing;
  if (change === null) return {};
  return Object.fromEntries(Object.entries({ ...existing, ...change }).filter(([, value]) => value !== ''));
}

/** The entries of `changes` that were sent at all, for merging over a record. */
export function givenOnly<Changes extends object>(changes: Changes): { [Key in keyof Changes]: Exclude<Changes[Key], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Changes]: Exclude<Changes[Key], undefined>;
  };
}
