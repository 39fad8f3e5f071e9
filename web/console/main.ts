import { createApp } from "vue";
import App from "./App.vue";
import { makeRouter } from "./router";
import "../shared/base.css";
import "./theme.css";

createApp(App).use(makeRouter()).mount("#app");
