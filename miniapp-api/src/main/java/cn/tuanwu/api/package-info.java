/** The doors to everything with pages. One room per feature, named as in the house; no rule of the story lives here. */
package cn.tuanwu.api;
