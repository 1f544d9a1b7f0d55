import { randomUUID } from "node:crypto";
import { z } from "zod";
import { clientAddress } from "../auth/client-address.ts";
import { completeSetup } from "../auth/complete-setup.ts";
import { Refusal } from "../model/refusal.ts";
import { answerError } from "./answer-error.ts";
import { log } from "./log.ts";
import { parseInput } from "./parse-input.ts";
import { limitStranger } from "./rate-limits.ts";
import { readJson } from "./read-body.ts";
import { refuseForeignOrigin } from "./require-same-origin.ts";

const FORM = z.strictObject({ token: z.string().max(200), email: z.string().max(300), name: z.string().max(100).optional(), password: z.string().max(1000) });

/** `POST /api/setup`: the first owner, against the one-time token. 201 with the user; 404 once anyone exists. */
export async function answerSetup(request: Request): Promise<Response> {
  const requestId = randomUUID();
  const response = await createOwner(request).catch((error: unknown) => answerError(error, requestId));
  response.headers.set("cache-control", "no-store");
  response.headers.set("x-request-id", requestId);
  log.info({ event: "setup.complete", status: response.status, requestId }, "request");
  return response;
}

async function createOwner(request: Request): Promise<Response> {
  refuseForeignOrigin(request.headers);
  try {
    const form = parseInput(FORM, await readJson(request, false), "invalid_body");
    const { id, email, name, role } = await completeSetup(form);
    return Response.json({ id, email, name, role }, { status: 201 });
  } catch (error) {
    if (error instanceof Refusal && error.code === "forbidden") await limitStranger(clientAddress(request.headers));
    throw error;
  }
}
