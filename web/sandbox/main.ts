import { createApp } from "vue";
import App from "./App.vue";
import { start } from "./live";
import "./page.css";

start();
createApp(App).mount("#app");
