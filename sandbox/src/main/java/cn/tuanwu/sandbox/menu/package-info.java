/** The menus under the chats of the official account and of the application in WeChat Work. */
package cn.tuanwu.sandbox.menu;
