import { z } from "zod";
import { contract, problemSchema } from "./contract.ts";
import type { Endpoint } from "./endpoint.ts";

type JsonSchema = Record<string, unknown>;

/** The contract for outside consumers, as OpenAPI 3.1: output only, never edited by hand. */
export function describeContract() {
  const schemas: Record<string, unknown> = {};
  const problem = toJsonSchema(problemSchema, schemas, "output");
  const paths = Object.entries(contract).map(([name, endpoint]) => [
    endpoint.path,
    { get: describeRead(name, endpoint, problem, schemas) },
  ]);
  return {
    openapi: "3.1.0",
    info: {
      title: "政务公开督查看板 API",
      version: "1",
      description:
        "Reads of the disclosure supervision dashboard. Points are integers in 1/10,000 of a point. " +
        "Dates are Asia/Shanghai calendar days; moments are ISO 8601 in UTC. Unknown parameters are refused.",
    },
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))) },
  };
}

function describeRead(name: string, endpoint: Endpoint, problem: JsonSchema, schemas: JsonSchema) {
  const reply = toJsonSchema(endpoint.reply, schemas, "output");
  const failure = (description: string) => ({
    description,
    content: { "application/problem+json": { schema: problem } },
  });
  return {
    operationId: name,
    summary: endpoint.summary,
    parameters: describeParameters(endpoint.query, schemas),
    responses: {
      200: {
        description: "The facts asked for",
        headers: {
          etag: { schema: { type: "string" } },
          "server-time": { description: "The server's clock", schema: { type: "string", format: "date-time" } },
        },
        content: { "application/json": { schema: reply } },
      },
      304: { description: "Unchanged since the entity tag sent in If-None-Match" },
      400: failure("A parameter is unknown, repeated or malformed"),
      500: failure("The server failed; details are in its log only"),
    },
  };
}

function describeParameters(query: z.ZodObject, schemas: JsonSchema) {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input" }) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.keys(properties).map((name) => {
    const { description, ...schema } = toJsonSchema(query.shape[name] as z.ZodType, schemas, "input");
    return { name, in: "query", required: required.includes(name), description, schema };
  });
}

/** Schemas with an id become components; the wrapper makes even the outermost one a reference. */
function toJsonSchema(schema: z.ZodType, schemas: JsonSchema, io: "input" | "output"): JsonSchema {
  const text = JSON.stringify(z.toJSONSchema(z.object({ it: schema }), { io }));
  const { $defs = {}, properties } = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as {
    $defs?: Record<string, JsonSchema>;
    properties: { it: JsonSchema };
  };
  for (const [id, { id: _id, ...definition }] of Object.entries($defs)) schemas[id] = definition;
  return properties.it;
}
