import { createApp } from "vue";
import App from "./App.vue";
import { start } from "./live";
import "./styles/page.css";
import "./styles/desk.css";
import "./styles/chat.css";
import "./styles/card.css";
import "./styles/wechat.css";
import "./styles/pc.css";
import "./styles/wire.css";
import "./styles/trouble.css";
import "./styles/narrow.css";

start();
createApp(App).mount("#app");
