package cn.tuanwu.capture;

class BatchRow {
    long id;
    long staffId;
    Batch.State state;
    Long registrationId;
    int roundNo;
    String source;
    int filings;
    Long formId;
    String problemCode;
    String problem;
}
