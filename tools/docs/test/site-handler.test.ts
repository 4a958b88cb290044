import { createMock, serve } from "@flex-channels/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { siteHandler } from "../src/site-handler.ts";

const files = [
  { path: "index.html", text: "<!doctype html>" },
  { path: "style.css", text: "body {}" },
  { path: "openapi.yaml", text: "openapi: 3.1.1" },
];
const sid = "CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const authorization = `Basic ${btoa(`AC${"0".repeat(32)}:any`)}`;
let address = "";
let close = async (): Promise<void> => undefined;

beforeAll(async () => {
  const site = async () => files;
  const server = await serve(siteHandler({ site, mock: createMock(), path: "/below/" }));
  address = server.url;
  close = () => server.close();
});

afterAll(async () => close());

describe("a request", () => {
  test.each([
    { name: "for the folder", given: "/below/", status: 200, type: "text/html; charset=utf-8" },
    {
      name: "for a page",
      given: "/below/index.html",
      status: 200,
      type: "text/html; charset=utf-8",
    },
    {
      name: "for a style",
      given: "/below/style.css",
      status: 200,
      type: "text/css; charset=utf-8",
    },
    {
      name: "for the document",
      given: "/below/openapi.yaml",
      status: 200,
      type: "application/yaml",
    },
    {
      name: "for nothing",
      given: "/below/none.html",
      status: 404,
      type: "text/plain; charset=utf-8",
    },
    { name: "above the site", given: "/", status: 404, type: "text/plain; charset=utf-8" },
    {
      name: "out of the site",
      given: "/below/%2e%2e/package.json",
      status: 404,
      type: "text/plain; charset=utf-8",
    },
    {
      name: "that is no text",
      given: "/below/%ff",
      status: 404,
      type: "text/plain; charset=utf-8",
    },
  ])("$name is answered with $status", async ({ given, status, type }) => {
    const response = await fetch(`${address}${given}`);
    expect({ status: response.status, type: response.headers.get("content-type") }).toEqual({
      status,
      type,
    });
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("to write is refused", async () => {
    const response = await fetch(`${address}/below/`, { method: "POST", body: "a" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });

  test("for the head of a page has no content", async () => {
    const response = await fetch(`${address}/below/`, { method: "HEAD" });
    expect({ status: response.status, text: await response.text() }).toEqual({
      status: 200,
      text: "",
    });
  });

  test("below the mock's path is the mock's", async () => {
    const response = await fetch(`${address}/below/mock/v1/Channels/${sid}`, {
      headers: { authorization },
    });
    expect(await response.json()).toMatchObject({ sid });
  });

  test("with a body reaches the mock whole", async () => {
    const response = await fetch(`${address}/below/mock/v1/Channels/${sid}`, {
      method: "POST",
      body: "a=b",
      headers: { authorization },
    });
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({ code: 20004 });
  });
});
