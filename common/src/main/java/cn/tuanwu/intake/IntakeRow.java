package cn.tuanwu.intake;

class IntakeRow {
    long id;
    String actor;
    long organisationId;
    Intake.State state;
}
