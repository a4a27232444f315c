/** Encodes off the main thread: canvas.toBlob may wait for idle time, up to a second. */
self.addEventListener("message", (event: MessageEvent<ImageBitmap>) => {
  void encode(event.data);
});

async function encode(bitmap: ImageBitmap): Promise<void> {
  try {
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext("2d", { willReadFrequently: true })?.drawImage(bitmap, 0, 0);
    bitmap.close();
    const blob = await canvas.convertToBlob({ type: "image/png" });
    self.postMessage(blob);
  } catch (error) {
    self.postMessage(error instanceof Error ? error.message : "encode");
  }
}
