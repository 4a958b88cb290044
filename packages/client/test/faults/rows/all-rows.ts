import type { FaultRow } from "../fault-row.ts";
import { bodyRows } from "./body-rows.ts";
import { connectionRows } from "./connection-rows.ts";
import { echoRows } from "./echo-rows.ts";
import { errorBodyRows } from "./error-body-rows.ts";
import { framingRows } from "./framing-rows.ts";
import { keepAliveRows } from "./keep-alive-rows.ts";
import { redirectRows } from "./redirect-rows.ts";
import { retryAfterRows } from "./retry-after-rows.ts";
import { statusRows } from "./status-rows.ts";
import { tlsRows } from "./tls-rows.ts";

/** Every fault of the suite, by the part of an exchange that is wrong. */
export const allRows: Readonly<Record<string, readonly FaultRow[]>> = {
  connection: connectionRows,
  framing: framingRows,
  tls: tlsRows,
  "keep-alive": keepAliveRows,
  status: statusRows,
  redirect: redirectRows,
  "Retry-After": retryAfterRows,
  "body of a success": bodyRows,
  "body of an error": errorBodyRows,
  "echo of secrets": echoRows,
};
