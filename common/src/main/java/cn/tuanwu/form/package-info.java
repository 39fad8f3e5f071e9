/** Volunteer forms (入团志愿书): one formal one a member, its history, who still lacks one. */
package cn.tuanwu.form;
