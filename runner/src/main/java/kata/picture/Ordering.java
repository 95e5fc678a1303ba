package kata.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Orders the cells of each layer so that few lines cross, by sweeps to the middle of neighbours.
 */
record Ordering(Grid grid) {

    private static final int SWEEPS = 24;

    /** Orders the cells of the layers, in place. */
    void improve() {
        List<List<Cell>> layers = grid.layers();
        List<List<Cell>> best = copy();
        int fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean isDown = sweep % 2 == 0;
            for (int i = 1; i < layers.size(); i++) {
                sort(layers.get(isDown ? i : layers.size() - 1 - i), isDown);
            }
            int now = crossings();
            if (now < fewest) {
                fewest = now;
                best = copy();
            }
        }
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).clear();
            layers.get(i).addAll(best.get(i));
        }
    }

    private List<List<Cell>> copy() {
        return grid.layers().stream().<List<Cell>>map(ArrayList::new).toList();
    }

    private void sort(List<Cell> layer, boolean isDown) {
        Map<Cell, Integer> places = places();
        Map<Cell, Double> wanted = new HashMap<>();
        for (Cell cell : layer) {
            double middle =
                    grid.joints().stream()
                            .filter(joint -> (isDown ? joint.lower() : joint.upper()) == cell)
                            .mapToDouble(
                                    joint -> isDown ? upper(joint, places) : lower(joint, places))
                            .average()
                            .orElse(places.get(cell));
            wanted.put(cell, middle);
        }
        layer.sort(Comparator.comparing(wanted::get));
    }

    private int crossings() {
        Map<Cell, Integer> places = places();
        List<Joint> joints = grid.joints();
        int count = 0;
        for (int i = 0; i < joints.size(); i++) {
            for (int j = 0; j < i; j++) {
                count += cross(joints.get(i), joints.get(j), places) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean cross(Joint one, Joint other, Map<Cell, Integer> places) {
        return one.upper().layer == other.upper().layer
                && (upper(one, places) - upper(other, places))
                                * (lower(one, places) - lower(other, places))
                        < 0;
    }

    private static double upper(Joint joint, Map<Cell, Integer> places) {
        return joint.place(joint.upper(), places);
    }

    private static double lower(Joint joint, Map<Cell, Integer> places) {
        return joint.place(joint.lower(), places);
    }

    private Map<Cell, Integer> places() {
        Map<Cell, Integer> places = new HashMap<>();
        grid.layers()
                .forEach(layer ->
                        IntStream.range(0, layer.size()).forEach(i -> places.put(layer.get(i), i)));
        return places;
    }
}
