import { deflateSync, crc32 as zlibCrc32 } from "node:zlib";
import { expect, it } from "vitest";
import { crc32, withDensity } from "./png-density.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

it("places pHYs right after the header: 300 dpi are 11811 pixels per metre", () => {
  const dense = Buffer.from(withDensity(png, 300));
  expect(dense.toString("latin1", 37, 41)).toBe("pHYs");
  expect(dense.readUInt32BE(41)).toBe(11_811);
  expect(dense.readUInt8(49)).toBe(1);
  expect(dense.subarray(54)).toEqual(png.subarray(33));
});

it("computes the checksum of the PNG standard", () => {
  const bytes = deflateSync("政务公开");
  expect(crc32(bytes)).toBe(zlibCrc32(bytes));
});
