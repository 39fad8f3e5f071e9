import { sentenceOf } from "../../services/trouble";
import { type Picked, choose, upload } from "../../services/photos";

const MOST = 6;

/**
 * Pictures as evidence: each goes to the server when it is chosen; tells `change` with their ids and `busy` while some are on
 * their way. A picker that is gone stays silent, and sends no more: its page may have begun another form.
 */
Component({
  data: {
    photos: [] as (Picked & { id: string })[],
    room: MOST,
    busy: false,
    said: "",
    gone: false,
  },
  lifetimes: {
    detached() {
      this.data.gone = true;
    },
  },
  methods: {
    async add() {
      if (this.data.busy) return;
      this.setData({ busy: true, said: "" });
      try {
        const chosen = await choose(MOST - this.data.photos.length);
        if (chosen.length) this.tell("busy", { busy: true });
        for (const picked of chosen) {
          const id = await upload(picked);
          if (this.data.gone) return;
          this.keep([...this.data.photos, { ...picked, id }]);
        }
      } catch (error) {
        this.setData({ said: sentenceOf(error) });
      }
      this.setData({ busy: false });
      this.tell("busy", { busy: false });
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
      this.tell("change", { ids: photos.map(({ id }) => id) });
    },
    tell(name: string, detail: object) {
      if (!this.data.gone) this.triggerEvent(name, detail);
    },
  },
});
