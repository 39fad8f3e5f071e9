/** How a refusal or a failure is told: RFC 9457, a stable code, a sentence; never SQL, a stack trace or personal data. */
package cn.tuanwu.api.problem;
