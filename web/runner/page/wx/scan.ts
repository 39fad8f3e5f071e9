import { askForCode } from "../sheets/scanner";

/** wx.scanCode: what stands in the code before the camera; here that is a picture, or its words. */
export async function scanCode(): Promise<{ result: string }> {
  const found = await new Promise<File | string | undefined>((settle) =>
    askForCode(settle),
  );
  const result = found instanceof File ? await read(found) : found;
  if (!result) throw "cancel";
  return { result };
}

async function read(image: File): Promise<string> {
  const form = new FormData();
  form.append("image", image);
  const response = await fetch("/sandbox/codes", {
    method: "POST",
    body: form,
  });
  if (!response.ok) throw `codes ${response.status}`;
  const { content } = (await response.json()) as { content: string | null };
  return content ?? "";
}
