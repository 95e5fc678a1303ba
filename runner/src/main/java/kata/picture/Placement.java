package kata.picture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the cells of ordered layers their places: near to what they are joined to. */
record Placement(Grid grid) {

    private static final int SWEEPS = 40;
    private static final double GAP = 17;

    /** Gives each cell its place, so that all are right of and below zero. */
    void place() {
        placeAlong();
        placeAcross();
    }

    private void placeAlong() {
        double begin = 0;
        for (List<Cell> layer : grid.layers()) {
            double length = Grid.length(layer);
            double middle = begin + length / 2;
            layer.forEach(cell -> cell.along = middle);
            begin += length + GAP;
        }
    }

    private void placeAcross() {
        List<List<Cell>> layers = grid.layers();
        layers.forEach(Placement::pack);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean isDown = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                int index = isDown ? i : layers.size() - 1 - i;
                spread(layers.get(index), wanted(layers.get(index)));
            }
        }
        double least =
                grid.cells().mapToDouble(cell -> cell.across - cell.breadth / 2).min().orElse(0);
        grid.cells().forEach(cell -> cell.across -= least);
    }

    private static void pack(List<Cell> layer) {
        double across = 0;
        for (int i = 0; i < layer.size(); i++) {
            across += i == 0 ? 0 : layer.get(i - 1).distanceTo(layer.get(i));
            layer.get(i).across = across;
        }
        double middle = across / 2;
        layer.forEach(cell -> cell.across -= middle);
    }

    /** Returns where each cell would stand if it were alone. */
    private Map<Cell, Double> wanted(List<Cell> layer) {
        Map<Cell, Double> sums = new HashMap<>();
        Map<Cell, Double> weights = new HashMap<>();
        for (Joint joint : grid.joints()) {
            double right = joint.offset(joint.upper()) - joint.offset(joint.lower());
            double above = joint.upper().across + right;
            double below = joint.lower().across - right;
            sums.merge(joint.lower(), above * joint.weight(), Double::sum);
            sums.merge(joint.upper(), below * joint.weight(), Double::sum);
            weights.merge(joint.lower(), joint.weight(), Double::sum);
            weights.merge(joint.upper(), joint.weight(), Double::sum);
        }
        Map<Cell, Double> wanted = new HashMap<>();
        for (Cell cell : layer) {
            wanted.put(
                    cell,
                    weights.containsKey(cell) ? sums.get(cell) / weights.get(cell) : cell.across);
        }
        return wanted;
    }

    /**
     * Puts the cells as close as can be to where they are wanted, at their distances, in their
     * order: those that would be too close form a block, which stands in the middle of their
     * wishes.
     */
    private static void spread(List<Cell> layer, Map<Cell, Double> wanted) {
        int count = layer.size();
        double[] middles = new double[count];
        int[] sizes = new int[count];
        double[] offsets = new double[count];
        int blocks = 0;
        for (int i = 0; i < count; i++) {
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + layer.get(i - 1).distanceTo(layer.get(i));
            middles[blocks] = wanted.get(layer.get(i)) - offsets[i];
            sizes[blocks++] = 1;
            while (blocks > 1 && middles[blocks - 2] > middles[blocks - 1]) {
                int size = sizes[blocks - 2] + sizes[blocks - 1];
                middles[blocks - 2] =
                        (middles[blocks - 2] * sizes[blocks - 2]
                                        + middles[blocks - 1] * sizes[blocks - 1])
                                / size;
                sizes[blocks - 2] = size;
                blocks--;
            }
        }
        int cell = 0;
        for (int block = 0; block < blocks; block++) {
            for (int end = cell + sizes[block]; cell < end; cell++) {
                layer.get(cell).across = middles[block] + offsets[cell];
            }
        }
    }
}
