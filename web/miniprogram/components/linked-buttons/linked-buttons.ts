import type { LinkedOffer } from "../../../shared/api";
import { offers } from "../../services/linked";

/** One button for each house whose accounts open ours; nothing when there is none. */
Component({
  data: { offers: [] as LinkedOffer[] },
  lifetimes: {
    attached() {
      offers().then((found) => this.setData({ offers: found }));
    },
  },
  methods: {
    open(event: { currentTarget: { dataset: { id: string } } }) {
      const { id } = event.currentTarget.dataset;
      wx.navigateTo({ url: `/pages/linked/linked?provider=${id}` });
    },
  },
});
