/** The houses whose accounts open ours: OpenID Connect by Spring's own authorization server, with a page to choose a person on. */
package cn.tuanwu.sandbox.oidc;
