import { z } from "zod";
import { REFUSALS } from "../model/refusal.ts";
import { type KnownRule, ruleOfRoute } from "./route-rule.ts";

const VERBS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const ERROR = z.object({
  error: z.object({ code: z.enum(Object.keys(REFUSALS) as [string, ...string[]]), message: z.string(), field: z.string().optional(), requestId: z.string() }),
});

/** The description of the API as OpenAPI 3.1, made from the very rules that judge the requests. `routes`: path under /api/v1 → what its file exports. */
export function describeApi(routes: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Keyatlas",
      version: "1",
      description: "Every KMS key of every cloud account. Times are ISO 8601 UTC; an absent field is null and its reason stands in `absent`.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }],
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "An API token, kat_…" } },
      schemas: { Error: schemaOf(ERROR) },
    },
    paths: Object.fromEntries(Object.entries(routes).map(([path, handlers]) => [path, describePath(handlers)])),
  };
}

function describePath(handlers: Readonly<Record<string, unknown>>) {
  const taken = VERBS.flatMap((verb) => {
    const rule = ruleOfRoute(handlers[verb]);
    return rule && !rule.allow ? [[verb.toLowerCase(), describeOperation(rule)] as const] : [];
  });
  return Object.fromEntries(taken);
}

function describeOperation(rule: KnownRule) {
  const status = rule.status ?? 200;
  return {
    operationId: rule.audit,
    summary: rule.summary,
    description: `Needs the role ${rule.role}.`,
    parameters: [...propertiesOf(rule.params, "path"), ...queryOf(rule)],
    ...(rule.body && { requestBody: { required: rule.bodyMayBeEmpty !== true, content: contentOf(rule.body, rule) } }),
    responses: {
      [status]: { description: status === 204 ? "Done; no body." : rule.summary, ...(status !== 204 && { content: { "application/json": {} } }) },
      default: { description: "Refused or failed.", content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } } },
    },
  };
}

function contentOf(body: z.ZodType, { csv }: KnownRule) {
  return { "application/json": { schema: schemaOf(body) }, ...(csv && { "text/csv": { schema: { type: "string" } } }) };
}

function queryOf({ query }: KnownRule) {
  if (!query) return [];
  if (!("parameters" in query)) return propertiesOf(query, "query");
  return query.parameters.map(({ name, description }) => ({ name, in: "query", required: false, description, schema: { type: "string" } }));
}

function propertiesOf(schema: z.ZodType | undefined, where: "path" | "query") {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema);
  return Object.entries(properties).map(([name, property]) => ({ name, in: where, required: where === "path" || required.includes(name), schema: property }));
}

/** zod's own JSON schema of what may be sent in. */
const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
