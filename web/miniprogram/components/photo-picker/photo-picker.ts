import { sentenceOf } from "../../services/trouble";
import { type Picked, choose, upload } from "../../services/photos";

const MOST = 6;

/** Pictures as evidence: each goes to the server when it is chosen; tells `change` with their ids. */
Component({
  data: {
    photos: [] as (Picked & { id: string })[],
    room: MOST,
    busy: false,
    said: "",
  },
  methods: {
    async add() {
      if (this.data.busy) return;
      this.setData({ busy: true, said: "" });
      try {
        for (const picked of await choose(MOST - this.data.photos.length))
          this.keep([
            ...this.data.photos,
            { ...picked, id: await upload(picked) },
          ]);
      } catch (error) {
        this.setData({ said: sentenceOf(error) });
      }
      this.setData({ busy: false });
    },
    remove(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset;
      this.keep(this.data.photos.filter((photo) => photo.id !== id));
    },
    show(event: WechatMiniprogram.TouchEvent) {
      const { path } = event.currentTarget.dataset;
      const urls = this.data.photos.map((photo) => photo.path);
      wx.previewImage({ urls, current: path });
    },
    keep(photos: (Picked & { id: string })[]) {
      this.setData({ photos, room: MOST - photos.length });
      this.triggerEvent("change", { ids: photos.map(({ id }) => id) });
    },
  },
});
