/** The member's registration as their pages show it, and the committee's list. */
package cn.tuanwu.api.registration;
