import { createApp } from "vue";
import App from "./App.vue";
import "../shared/base.css";
import "./page.css";

createApp(App).mount("#app");
