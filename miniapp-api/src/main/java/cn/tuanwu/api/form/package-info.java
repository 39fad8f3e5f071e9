/** Volunteer forms at the PC: handed in, looked at, missing, packed. */
package cn.tuanwu.api.form;
