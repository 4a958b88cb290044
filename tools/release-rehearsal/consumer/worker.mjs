import { fetchExample } from "./bundle-entry.mjs";

// oxlint-disable-next-line import/no-default-export -- the runtime looks for a worker there
export default {
  async fetch(_request, environment) {
    try {
      return Response.json(await fetchExample(environment.BASE_URL));
    } catch (error) {
      return new Response(String(error?.stack ?? error), { status: 500 });
    }
  },
};
