import { make } from "./veil";
import { openSheet } from "./sheet";

/** The camera's place: nobody holds this computer before a wall, so a picture is chosen or the code's words are typed. */
export function askForCode(
  answer: (found: File | string | undefined) => void,
): void {
  const body = make("div", "wx-scanner");
  const album = make("input", "");
  album.type = "file";
  album.accept = "image/png,image/jpeg";
  album.setAttribute("aria-label", "从相册选择二维码");
  const words = make("input", "wx-scanner-words");
  words.setAttribute("aria-label", "二维码里的内容");
  words.placeholder = "或粘贴二维码里的内容";
  body.append(album, words);
  const close = openSheet(
    { title: "扫一扫", cancel: () => answer(undefined) },
    body,
    () => answer(words.value.trim()),
  );
  album.addEventListener("change", () => {
    const [file] = album.files ?? [];
    if (!file) return;
    close();
    answer(file);
  });
}
