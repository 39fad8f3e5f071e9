/** The registration of a member: draft, pending, returned, withdrawn, approved. */
package cn.tuanwu.registration;
