/** The host registered for the mini-program's requests. */
export const API_BASE = "https://tuan.example.org";
