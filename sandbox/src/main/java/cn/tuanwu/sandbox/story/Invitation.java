package cn.tuanwu.sandbox.story;

/** What the admin hands out: the code's picture, and the branch it leads to. */
record Invitation(String branchId, String branchName, byte[] png) {}
