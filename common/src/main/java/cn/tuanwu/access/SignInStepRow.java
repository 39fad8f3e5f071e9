package cn.tuanwu.access;

class SignInStepRow {
    byte[] ticket;
    String who;
    SignInSteps.Stage stage;
    byte[] secretSealed;
}
