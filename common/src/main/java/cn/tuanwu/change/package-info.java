/** Changes of the organisation tree: who may make them at once, who has to agree to them. */
package cn.tuanwu.change;
