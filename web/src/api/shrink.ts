/** Longest side a photo is sent with, in pixels: what the server keeps. */
const longest = 2048;

/**
 * The photo no larger than what the server keeps, turned upright, as a JPEG: a tenth of the bytes over a slow line.
 * What cannot be drawn here, or would not get smaller, is sent as it is.
 */
export async function shrink(file: File): Promise<File> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
    if (small === null || (small.size >= file.size && scale === 1)) return file;
    return new File([small], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
  } catch {
    return file;
  }
}
