/** Signing in with an account elsewhere, by OpenID Connect: to a provider and back, and what is linked. */
package cn.tuanwu.api.linked;
