/** Re-binding: an account moves to another phone, by its owner or with the branch's agreement. */
package cn.tuanwu.rebind;
