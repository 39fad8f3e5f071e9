package cn.tuanwu.photo;

/** From the four corners in the photograph back to the sheet. */
record Projection(double[] h) {
    static Projection from(double[][] corners, double width, double height) {
        double[][] ends = {{0, 0}, {width, 0}, {width, height}, {0, height}};
        double[][] rows = new double[8][9];
        for (int i = 0; i < 4; i++) {
            double x = corners[i][0];
            double y = corners[i][1];
            rows[2 * i] = new double[] {x, y, 1, 0, 0, 0, -ends[i][0] * x, -ends[i][0] * y, ends[i][0]};
            rows[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -ends[i][1] * x, -ends[i][1] * y, ends[i][1]};
        }
        return new Projection(solved(rows));
    }

    private static double[] solved(double[][] rows) {
        int n = rows.length;
        for (int i = 0; i < n; i++) {
            int best = i;
            for (int j = i + 1; j < n; j++) {
                best = Math.abs(rows[j][i]) > Math.abs(rows[best][i]) ? j : best;
            }
            double[] swapped = rows[i];
            rows[i] = rows[best];
            rows[best] = swapped;
            for (int j = 0; j < n; j++) {
                double factor = j == i ? 0 : rows[j][i] / rows[i][i];
                for (int k = i; k <= n && factor != 0; k++) {
                    rows[j][k] -= factor * rows[i][k];
                }
            }
        }
        double[] answer = new double[n];
        for (int i = 0; i < n; i++) {
            answer[i] = rows[i][n] / rows[i][i];
        }
        return answer;
    }

    void apply(double x, double y, double[] to) {
        double w = h[6] * x + h[7] * y + 1;
        to[0] = (h[0] * x + h[1] * y + h[2]) / w;
        to[1] = (h[3] * x + h[4] * y + h[5]) / w;
    }
}
