import { onMounted, ref, shallowRef, type ShallowRef } from "vue";
import { addFile, addMedia, type Batch, MOST_PAGES } from "./batch";
import { type Camera, findCamera } from "./camera";

/** Pictures on their way into a batch, by the phone's camera or as plain files; what was refused says why. */
export function useAdding(id: string, shown: ShallowRef<Batch | undefined>) {
  const camera = shallowRef<Camera>();
  const progress = ref("");
  const refused = ref<string[]>([]);
  onMounted(async () => {
    camera.value = await findCamera();
  });

  async function each<T>(things: T[], send: (one: T) => Promise<Batch>) {
    refused.value = [];
    for (const [i, one] of things.entries()) {
      progress.value =
        things.length === 1
          ? "正在上传照片…"
          : `正在上传第 ${i + 1} 张，共 ${things.length} 张…`;
      try {
        shown.value = await send(one);
      } catch (error) {
        const which = things.length === 1 ? "" : `第 ${i + 1} 张：`;
        refused.value.push(which + (error as Error).message);
      }
    }
    progress.value = "";
  }

  async function shoot(replaces?: string) {
    const found = camera.value;
    if (!found) return;
    const left = MOST_PAGES - (shown.value?.pages.length ?? 0);
    try {
      const chosen = await found.choose(replaces ? 1 : Math.max(1, left));
      await each(chosen, async (one) =>
        addMedia(id, [await found.upload(one)], replaces),
      );
    } catch (error) {
      refused.value = [(error as Error).message];
      camera.value = undefined;
    }
  }

  async function addFiles(input: HTMLInputElement, replaces?: string) {
    const files = [...(input.files ?? [])];
    await each(files, (one) => addFile(id, one, replaces));
    input.value = "";
  }

  return { camera, progress, refused, shoot, addFiles };
}
