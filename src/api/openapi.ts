import { z } from "zod";
import { contract, writes } from "./contract.ts";
import { type Endpoint, pathParameters, type Write } from "./endpoint.ts";
import { problemSchema } from "./problem.ts";

type JsonSchema = Record<string, unknown>;

/** The contract for outside consumers, as OpenAPI 3.1: output only, never edited by hand. */
export function describeContract() {
  const schemas: Record<string, unknown> = {};
  const problem = toJsonSchema(problemSchema, schemas, "output");
  const paths: Record<string, JsonSchema> = {};
  for (const [name, endpoint] of Object.entries(contract))
    paths[toTemplate(endpoint.path)] = { get: describeRead(name, endpoint, problem, schemas) };
  for (const [name, write] of Object.entries(writes)) {
    const path = toTemplate(write.path);
    paths[path] = { ...paths[path], post: describeWrite(name, write, problem, schemas) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "政务公开督查看板 API",
      version: "1",
      description:
        "Reads and writes of the disclosure supervision dashboard. Points are integers in 1/10,000 of a point. " +
        "Dates are Asia/Shanghai calendar days; moments are ISO 8601 in UTC. Unknown parameters are refused.",
    },
    paths,
    components: { schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))) },
  };
}

/** "/api/rectifications/:id" → "/api/rectifications/{id}". */
function toTemplate(path: string): string {
  return path.replace(/:(\w+)/g, "{$1}");
}

function failureOf(problem: JsonSchema, description: string) {
  return { description, content: { "application/problem+json": { schema: problem } } };
}

function describeRead(name: string, endpoint: Endpoint, problem: JsonSchema, schemas: JsonSchema) {
  const reply = toJsonSchema(endpoint.reply, schemas, "output");
  return {
    operationId: name,
    summary: endpoint.summary,
    parameters: describeParameters(endpoint, schemas),
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
      400: failureOf(problem, "A parameter is unknown, repeated or malformed"),
      ...(pathParameters(endpoint.path).length > 0 && { 404: failureOf(problem, "Nothing is held under this id") }),
      500: failureOf(problem, "The server failed; details are in its log only"),
    },
  };
}

function describeWrite(name: string, write: Write, problem: JsonSchema, schemas: JsonSchema) {
  const content = { "application/json": { schema: toJsonSchema(write.reply, schemas, "output") } };
  return {
    operationId: name,
    summary: write.summary,
    parameters: describeParameters(write, schemas),
    requestBody: {
      required: true,
      content: { "application/json": { schema: toJsonSchema(write.body, schemas, "input") } },
    },
    responses: {
      200: { description: "Recorded before under the same key: nothing was added", content },
      201: { description: "Recorded", content },
      400: failureOf(problem, "The body is no JSON, too long or not as agreed"),
      403: failureOf(problem, "The server only reads, or the request comes from a page of another origin"),
      404: failureOf(problem, "Nothing is held under this id"),
      409: failureOf(problem, "The state has moved on; the message says how"),
      500: failureOf(problem, "The server failed; details are in its log only"),
    },
  };
}

function describeParameters({ path, query }: Endpoint, schemas: JsonSchema) {
  const inPath = pathParameters(path);
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input" }) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.keys(properties).map((name) => {
    const { description, ...schema } = toJsonSchema(query.shape[name] as z.ZodType, schemas, "input");
    const place = inPath.includes(name) ? "path" : "query";
    return { name, in: place, required: required.includes(name), description, schema };
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
