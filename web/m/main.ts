import { createApp } from "vue";
import App from "./App.vue";
import { makeRouter } from "./router";
import { arrive } from "./signIn";
import "./page.css";

// Before the router looks at the address: the way back from WeChat Work ends in another one than it began in.
const arrival = arrive();
createApp(App, { arrival }).use(makeRouter()).mount("#app");
