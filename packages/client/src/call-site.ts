/** Where the caller stands: taken before anything is awaited, while its frames are there. */
export function callSite(above: unknown): { readonly stack?: string } {
  const site: { stack?: string } = {};
  const { captureStackTrace } = Error as {
    captureStackTrace?: (site: object, above: unknown) => void;
  };
  if (captureStackTrace) captureStackTrace(site, above);
  else site.stack = new Error("call").stack ?? "";
  return site;
}
