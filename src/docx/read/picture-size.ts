/** What a picture file says of itself. */
export interface PictureSize {
  readonly format: "png" | "jpeg";
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The size of a PNG or JPEG file; `undefined` for anything else and for damaged files. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = isPng(view) ? pngSize(view) : isJpeg(view) ? jpegSize(view) : undefined;
  return found !== undefined && found.width > 0 && found.height > 0 ? found : undefined;
}

function isPng(view: DataView): boolean {
  return view.byteLength >= 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a;
}

/** IHDR is the first chunk (PNG, 5.6): width and height are its first numbers. */
function pngSize(view: DataView): PictureSize {
  return { format: "png", width: view.getUint32(16), height: view.getUint32(20) };
}

function isJpeg(view: DataView): boolean {
  return view.byteLength >= 4 && view.getUint16(0) === 0xffd8 && view.getUint8(2) === 0xff;
}

/** The frame header (ITU-T T.81, B.2.2): SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC). */
function jpegSize(view: DataView): PictureSize | undefined {
  let position = 2;
  while (position + 9 < view.byteLength && view.getUint8(position) === 0xff) {
    const marker = view.getUint8(position + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { format: "jpeg", width: view.getUint16(position + 7), height: view.getUint16(position + 5) };
    }
    position += marker === 0xff ? 1 : 2 + view.getUint16(position + 2);
  }
  return undefined;
}
