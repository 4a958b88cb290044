/*
 * Properties that no consumer meets, by the name of their kind: the build shortens them. Neither an
 * option, a field of an error, of an event or of a result is here, nor what a runtime or another
 * library calls so, nor what the sources write as a text.
 */
export const privateNames = [
  // a client and its parts
  "argumentChecks",
  "authorizer",
  "budget",
  "builder",
  "complete",
  "createObserver",
  "details",
  "extras",
  "heed",
  "observe",
  "parseDate",
  "requests",
  "responseChecks",
  "settings",
  "warned",
  // the table of requests
  "described",
  "operations",
  "parameters",
  "requestBody",
  "server",
  "successes",
  // a call
  "answer",
  "given",
  "release",
  "secrets",
  "shape",
  "startedMs",
  "tell",
  // an answer and a failure
  "broken",
  "bytes",
  "transient",
  "truncated",
  "word",
  // what decides about a retry
  "allows",
  "authorize",
  "backoffMs",
  "budgetAllows",
  "earn",
  "refresh",
  "remainingMs",
  "retries",
  "retryAfterMs",
  "spend",
  // small interfaces of our own
  "check",
  "fieldsOf",
  "scrub",
  "serialize",
  "shownOf",
];
